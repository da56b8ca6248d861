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
    }
}
