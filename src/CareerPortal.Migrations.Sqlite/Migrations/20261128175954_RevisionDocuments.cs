using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CareerPortal.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "Revisions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PublishedWords",
                table: "Guides",
                type: "INTEGER",
                nullable: true);

            // What stood beside the published documents moves into them; earlier revisions stay as they were written.
            migrationBuilder.Sql(
                """
                UPDATE Revisions SET Format = 2, Document = '{' || (
                    SELECT '"kind":"' || lower(g.Kind) || '","register":"' || lower(g.Register) || '"'
                        || coalesce(',"publishedOn":"' || g.FirstPublishedOn || '"', '')
                        || coalesce(',"updatedOn":"' || g.UpdatedOn || '"', '')
                        || coalesce(',"reviewedOn":"' || g.ReviewedOn || '"', '')
                        || coalesce(',"reviewDueOn":"' || g.ReviewDueOn || '"', '')
                    FROM Guides g WHERE g.PublishedRevisionId = Revisions.Id) || ',"content":' || Document || '}'
                WHERE Id IN (SELECT PublishedRevisionId FROM Guides);
                """);

            migrationBuilder.DropColumn(name: "Register", table: "Guides");
            migrationBuilder.DropColumn(name: "ReviewDueOn", table: "Guides");
            migrationBuilder.DropColumn(name: "ReviewedOn", table: "Guides");

            migrationBuilder.DropTable(name: "ContentStamps");
            migrationBuilder.CreateTable(
                name: "ContentStamps",
                columns: table => new
                {
                    Realm = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_ContentStamps", x => x.Realm));

            migrationBuilder.CreateTable(
                name: "FormerAddresses",
                columns: table => new
                {
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GuideId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    GuideId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
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

            migrationBuilder.AddColumn<string>(name: "Register", table: "Guides", type: "TEXT", maxLength: 32, nullable: false, defaultValue: "Vous");
            migrationBuilder.AddColumn<DateOnly>(name: "ReviewDueOn", table: "Guides", type: "TEXT", nullable: true);
            migrationBuilder.AddColumn<DateOnly>(name: "ReviewedOn", table: "Guides", type: "TEXT", nullable: true);
            migrationBuilder.Sql(
                """
                UPDATE Guides SET
                    Register = (SELECT CASE json_extract(r.Document, '$.register') WHEN 'tu' THEN 'Tu' ELSE 'Vous' END FROM Revisions r WHERE r.Id = PublishedRevisionId),
                    ReviewedOn = (SELECT json_extract(r.Document, '$.reviewedOn') FROM Revisions r WHERE r.Id = PublishedRevisionId),
                    ReviewDueOn = (SELECT json_extract(r.Document, '$.reviewDueOn') FROM Revisions r WHERE r.Id = PublishedRevisionId)
                    WHERE PublishedRevisionId IS NOT NULL;
                UPDATE Revisions SET Document = json_extract(Document, '$.content') WHERE Format = 2;
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_ContentStamps", x => x.Id));
        }
    }
}
