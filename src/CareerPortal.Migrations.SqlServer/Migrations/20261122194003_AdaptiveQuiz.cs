using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AdaptiveQuiz : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The column is altered with nothing on it: what hangs on it comes back behind.
            migrationBuilder.DropForeignKey(
                name: "FK_QuizSessions_Occupations_OccupationId",
                table: "QuizSessions");

            migrationBuilder.DropIndex(
                name: "IX_QuizSessions_OccupationId",
                table: "QuizSessions");

            migrationBuilder.AlterColumn<int>(
                name: "OccupationId",
                table: "QuizSessions",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.CreateIndex(
                name: "IX_QuizSessions_OccupationId",
                table: "QuizSessions",
                column: "OccupationId");

            migrationBuilder.AddForeignKey(
                name: "FK_QuizSessions_Occupations_OccupationId",
                table: "QuizSessions",
                column: "OccupationId",
                principalTable: "Occupations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddColumn<DateTime>(
                name: "FinishedUtc",
                table: "QuizSessions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "QuizAnswers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            // The order of old answers is that of the old plan; a plan answered to its end is a finished quiz.
            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE a SET [Position] = CAST(p.[key] AS int) + 1
                    FROM [QuizAnswers] AS a JOIN [QuizSessions] AS s ON s.[Id] = a.[SessionId] CROSS APPLY OPENJSON(s.[Plan]) AS p
                    WHERE p.[value] = a.[ItemId];
                UPDATE s SET [FinishedUtc] = (SELECT MAX(a.[AnsweredUtc]) FROM [QuizAnswers] AS a WHERE a.[SessionId] = s.[Id])
                    FROM [QuizSessions] AS s
                    WHERE (SELECT COUNT(*) FROM [QuizAnswers] AS a WHERE a.[SessionId] = s.[Id]) >= (SELECT COUNT(*) FROM OPENJSON(s.[Plan]));')
                """);

            migrationBuilder.DropColumn(
                name: "Plan",
                table: "QuizSessions");

            migrationBuilder.AddColumn<string>(
                name: "Interests",
                table: "Occupations",
                type: "nvarchar(max)",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FinishedUtc",
                table: "QuizSessions");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "QuizAnswers");

            migrationBuilder.DropColumn(
                name: "Interests",
                table: "Occupations");

            // As above: the column is altered with nothing on it: what hangs on it comes back behind.
            migrationBuilder.DropForeignKey(
                name: "FK_QuizSessions_Occupations_OccupationId",
                table: "QuizSessions");

            migrationBuilder.DropIndex(
                name: "IX_QuizSessions_OccupationId",
                table: "QuizSessions");

            migrationBuilder.AlterColumn<int>(
                name: "OccupationId",
                table: "QuizSessions",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuizSessions_OccupationId",
                table: "QuizSessions",
                column: "OccupationId");

            migrationBuilder.AddForeignKey(
                name: "FK_QuizSessions_Occupations_OccupationId",
                table: "QuizSessions",
                column: "OccupationId",
                principalTable: "Occupations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddColumn<string>(
                name: "Plan",
                table: "QuizSessions",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");
        }
    }
}
