using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StoreHardening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Answers that crossed once could share a place: each gets its own, in the order in which they were shown.
            migrationBuilder.Sql(
                """
                UPDATE "QuizAnswers" SET "Position" = p."Place"
                FROM (SELECT "SessionId", "ItemId", ROW_NUMBER() OVER (PARTITION BY "SessionId" ORDER BY "Position", "ItemId") AS "Place" FROM "QuizAnswers") AS p
                WHERE p."SessionId" = "QuizAnswers"."SessionId" AND p."ItemId" = "QuizAnswers"."ItemId" AND p."Place" <> "QuizAnswers"."Position";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_QuizAnswers_SessionId_Position",
                table: "QuizAnswers",
                columns: new[] { "SessionId", "Position" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_QuizAnswers_SessionId_Position",
                table: "QuizAnswers");
        }
    }
}
