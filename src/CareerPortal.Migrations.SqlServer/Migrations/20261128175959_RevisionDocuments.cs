using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CareerPortal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RevisionDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Content",
                table: "Revisions",
                newName: "Document");

            migrationBuilder.AddColumn<int>(
                name: "Format",
                table: "Revisions",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "Revisions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PublishedWords",
                table: "Guides",
                type: "int",
                nullable: true);

            // What stood beside the published documents moves into them; earlier revisions stay as they were written.
            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE r SET [Format] = 2, [Document] = CAST(N''{"kind":"'' AS nvarchar(max)) + LOWER(g.[Kind]) + N''","register":"'' + LOWER(g.[Register]) + N''"''
                    + COALESCE(N'',"publishedOn":"'' + CONVERT(nchar(10), g.[FirstPublishedOn], 23) + N''"'', N'''')
                    + COALESCE(N'',"updatedOn":"'' + CONVERT(nchar(10), g.[UpdatedOn], 23) + N''"'', N'''')
                    + COALESCE(N'',"reviewedOn":"'' + CONVERT(nchar(10), g.[ReviewedOn], 23) + N''"'', N'''')
                    + COALESCE(N'',"reviewDueOn":"'' + CONVERT(nchar(10), g.[ReviewDueOn], 23) + N''"'', N'''')
                    + N'',"content":'' + r.[Document] + N''}''
                FROM [Revisions] AS r JOIN [Guides] AS g ON g.[PublishedRevisionId] = r.[Id];');
                """);

            migrationBuilder.DropColumn(name: "Register", table: "Guides");
            migrationBuilder.DropColumn(name: "ReviewDueOn", table: "Guides");
            migrationBuilder.DropColumn(name: "ReviewedOn", table: "Guides");

            migrationBuilder.DropTable(name: "ContentStamps");
            migrationBuilder.CreateTable(
                name: "ContentStamps",
                columns: table => new
                {
                    Realm = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_ContentStamps", x => x.Realm));

            migrationBuilder.CreateTable(
                name: "FormerAddresses",
                columns: table => new
                {
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Slug = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    GuideId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerAddresses", x => new { x.Language, x.Slug });
                    table.ForeignKey(
                        name: "FK_FormerAddresses_Guides_GuideId",
                        column: x => x.GuideId,
                        principalTable: "Guides",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "GuideMentions",
                columns: table => new
                {
                    GuideId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideMentions", x => new { x.GuideId, x.Kind, x.Code });
                    table.ForeignKey(
                        name: "FK_GuideMentions_Guides_GuideId",
                        column: x => x.GuideId,
                        principalTable: "Guides",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "ContentStamps",
                columns: new[] { "Realm", "Version" },
                values: new object[,]
                {
                    { "Directories", new Guid("00000002-0000-0000-0000-000000000000") },
                    { "Guides", new Guid("00000001-0000-0000-0000-000000000000") },
                    { "Offers", new Guid("00000004-0000-0000-0000-000000000000") },
                    { "Parameters", new Guid("00000008-0000-0000-0000-000000000000") }
                });

            migrationBuilder.CreateIndex(
                name: "IX_FormerAddresses_GuideId",
                table: "FormerAddresses",
                column: "GuideId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "FormerAddresses");
            migrationBuilder.DropTable(name: "GuideMentions");

            migrationBuilder.AddColumn<string>(name: "Register", table: "Guides", type: "nvarchar(32)", maxLength: 32, nullable: false, defaultValue: "Vous");
            migrationBuilder.AddColumn<DateOnly>(name: "ReviewDueOn", table: "Guides", type: "date", nullable: true);
            migrationBuilder.AddColumn<DateOnly>(name: "ReviewedOn", table: "Guides", type: "date", nullable: true);
            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE g SET [Register] = CASE JSON_VALUE(r.[Document], N''$.register'') WHEN N''tu'' THEN N''Tu'' ELSE N''Vous'' END,
                    [ReviewedOn] = CAST(JSON_VALUE(r.[Document], N''$.reviewedOn'') AS date), [ReviewDueOn] = CAST(JSON_VALUE(r.[Document], N''$.reviewDueOn'') AS date)
                FROM [Guides] AS g JOIN [Revisions] AS r ON g.[PublishedRevisionId] = r.[Id];
                UPDATE [Revisions] SET [Document] = JSON_QUERY([Document], N''$.content'') WHERE [Format] = 2;');
                """);

            migrationBuilder.DropColumn(name: "PublishedWords", table: "Guides");
            migrationBuilder.DropColumn(name: "Hash", table: "Revisions");
            migrationBuilder.DropColumn(name: "Format", table: "Revisions");
            migrationBuilder.RenameColumn(name: "Document", table: "Revisions", newName: "Content");

            migrationBuilder.DropTable(name: "ContentStamps");
            migrationBuilder.CreateTable(
                name: "ContentStamps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_ContentStamps", x => x.Id));
        }
    }
}
