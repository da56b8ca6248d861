using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SearchMisses_Month_Language_Words",
                table: "SearchMisses");

            migrationBuilder.AddColumn<string>(
                name: "In",
                table: "SearchMisses",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Guides");

            migrationBuilder.CreateTable(
                name: "OfferSynonyms",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Said = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Occupations = table.Column<string>(type: "TEXT", nullable: false),
                    Found = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RevokedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferSynonyms", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_Month_In_Language_Words",
                table: "SearchMisses",
                columns: new[] { "Month", "In", "Language", "Words" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferSynonyms_Said",
                table: "OfferSynonyms",
                column: "Said",
                unique: true,
                filter: "RevokedUtc IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OfferSynonyms");

            migrationBuilder.DropIndex(
                name: "IX_SearchMisses_Month_In_Language_Words",
                table: "SearchMisses");

            migrationBuilder.DropColumn(
                name: "In",
                table: "SearchMisses");

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_Month_Language_Words",
                table: "SearchMisses",
                columns: new[] { "Month", "Language", "Words" },
                unique: true);
        }
    }
}
