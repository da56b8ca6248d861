using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class StoreHardening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A column cannot be altered while it is part of a primary key.
            migrationBuilder.DropPrimaryKey(name: "PK_OccupationTitles", table: "OccupationTitles");
            migrationBuilder.DropPrimaryKey(name: "PK_Requirements", table: "Requirements");
            migrationBuilder.DropPrimaryKey(name: "PK_QuizAnswers", table: "QuizAnswers");

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "TrainingCentres",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "Sources",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "QualityId",
                table: "Requirements",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(32)",
                oldMaxLength: 32);

            migrationBuilder.AlterColumn<string>(
                name: "ItemId",
                table: "QuizAnswers",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(40)",
                oldMaxLength: 40);

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "Platforms",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "Language",
                table: "OccupationTitles",
                type: "nvarchar(2)",
                maxLength: 2,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(2)",
                oldMaxLength: 2);

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "Occupations",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "JobZones",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "Slug",
                table: "Guides",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "Language",
                table: "Guides",
                type: "nvarchar(2)",
                maxLength: 2,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(2)",
                oldMaxLength: 2);

            migrationBuilder.AddPrimaryKey(name: "PK_OccupationTitles", table: "OccupationTitles", columns: new[] { "OccupationId", "Language" });
            migrationBuilder.AddPrimaryKey(name: "PK_Requirements", table: "Requirements", columns: new[] { "OccupationId", "QualityId" });
            migrationBuilder.AddPrimaryKey(name: "PK_QuizAnswers", table: "QuizAnswers", columns: new[] { "SessionId", "ItemId" });

            // Answers that crossed once could share a place: each gets its own, in the order in which they were shown.
            migrationBuilder.Sql(
                """
                WITH p AS (SELECT [Position], ROW_NUMBER() OVER (PARTITION BY [SessionId] ORDER BY [Position], [ItemId]) AS [Place] FROM [QuizAnswers])
                UPDATE p SET [Position] = CAST([Place] AS int) WHERE [Position] <> [Place];
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

            migrationBuilder.DropPrimaryKey(name: "PK_OccupationTitles", table: "OccupationTitles");
            migrationBuilder.DropPrimaryKey(name: "PK_Requirements", table: "Requirements");
            migrationBuilder.DropPrimaryKey(name: "PK_QuizAnswers", table: "QuizAnswers");

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "TrainingCentres",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "Sources",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "QualityId",
                table: "Requirements",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(32)",
                oldMaxLength: 32,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "ItemId",
                table: "QuizAnswers",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(40)",
                oldMaxLength: 40,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "Platforms",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Language",
                table: "OccupationTitles",
                type: "nvarchar(2)",
                maxLength: 2,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(2)",
                oldMaxLength: 2,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "Occupations",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Code",
                table: "JobZones",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Slug",
                table: "Guides",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "Language",
                table: "Guides",
                type: "nvarchar(2)",
                maxLength: 2,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(2)",
                oldMaxLength: 2,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddPrimaryKey(name: "PK_OccupationTitles", table: "OccupationTitles", columns: new[] { "OccupationId", "Language" });
            migrationBuilder.AddPrimaryKey(name: "PK_Requirements", table: "Requirements", columns: new[] { "OccupationId", "QualityId" });
            migrationBuilder.AddPrimaryKey(name: "PK_QuizAnswers", table: "QuizAnswers", columns: new[] { "SessionId", "ItemId" });
        }
    }
}
