using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AdaptiveQuiz : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite changes a column by making the table anew, which EF does outside a transaction: a process killed then would leave a store between two versions.
            // Here both tables are made anew within the migration's own transaction. The order of old answers is that of the old plan.
            migrationBuilder.AddColumn<string>(name: "Interests", table: "Occupations", type: "TEXT", nullable: true);
            migrationBuilder.Sql(
                """
                CREATE TABLE "NewSessions" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_QuizSessions" PRIMARY KEY,
                    "CodeHash" BLOB NOT NULL,
                    "OccupationId" INTEGER NULL,
                    "Language" TEXT NOT NULL,
                    "EngineVersion" TEXT NOT NULL,
                    "BankVersion" TEXT NOT NULL,
                    "Seed" INTEGER NOT NULL,
                    "CreatedUtc" TEXT NOT NULL,
                    "ExpiresUtc" TEXT NOT NULL,
                    "FinishedUtc" TEXT NULL,
                    CONSTRAINT "FK_QuizSessions_Occupations_OccupationId" FOREIGN KEY ("OccupationId") REFERENCES "Occupations" ("Id") ON DELETE CASCADE
                );
                CREATE TABLE "NewAnswers" (
                    "SessionId" TEXT NOT NULL,
                    "ItemId" TEXT NOT NULL,
                    "Position" INTEGER NOT NULL,
                    "Value" INTEGER NULL,
                    "AnsweredUtc" TEXT NOT NULL,
                    CONSTRAINT "PK_QuizAnswers" PRIMARY KEY ("SessionId", "ItemId"),
                    CONSTRAINT "FK_QuizAnswers_QuizSessions_SessionId" FOREIGN KEY ("SessionId") REFERENCES "NewSessions" ("Id") ON DELETE CASCADE
                );
                INSERT INTO "NewSessions"
                    SELECT s."Id", s."CodeHash", s."OccupationId", s."Language", s."EngineVersion", s."BankVersion", s."Seed", s."CreatedUtc", s."ExpiresUtc",
                        CASE WHEN (SELECT count(*) FROM "QuizAnswers" a WHERE a."SessionId" = s."Id") >= json_array_length(s."Plan")
                            THEN (SELECT max(a."AnsweredUtc") FROM "QuizAnswers" a WHERE a."SessionId" = s."Id") END
                    FROM "QuizSessions" s;
                INSERT INTO "NewAnswers"
                    SELECT a."SessionId", a."ItemId", coalesce((SELECT p.key + 1 FROM json_each(s."Plan") p WHERE p.value = a."ItemId"), 0), a."Value", a."AnsweredUtc"
                    FROM "QuizAnswers" a JOIN "QuizSessions" s ON s."Id" = a."SessionId";
                DROP TABLE "QuizAnswers";
                DROP TABLE "QuizSessions";
                ALTER TABLE "NewSessions" RENAME TO "QuizSessions";
                ALTER TABLE "NewAnswers" RENAME TO "QuizAnswers";
                CREATE UNIQUE INDEX "IX_QuizSessions_CodeHash" ON "QuizSessions" ("CodeHash");
                CREATE INDEX "IX_QuizSessions_ExpiresUtc" ON "QuizSessions" ("ExpiresUtc");
                CREATE INDEX "IX_QuizSessions_OccupationId" ON "QuizSessions" ("OccupationId");
                """);
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

            migrationBuilder.AlterColumn<int>(
                name: "OccupationId",
                table: "QuizSessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Plan",
                table: "QuizSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }
    }
}
