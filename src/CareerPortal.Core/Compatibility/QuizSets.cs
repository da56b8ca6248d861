using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>What the store holds of quizzes.</summary>
public static class QuizSets
{
    extension(PortalDbContext context)
    {
        public DbSet<QuizSession> QuizSessions => context.Set<QuizSession>();

        public DbSet<QuizAnswer> QuizAnswers => context.Set<QuizAnswer>();

        public DbSet<SharedQuiz> SharedQuizzes => context.Set<SharedQuiz>();

        public DbSet<SharedAnswer> SharedAnswers => context.Set<SharedAnswer>();

        public DbSet<BankCalibration> BankCalibrations => context.Set<BankCalibration>();
    }
}
