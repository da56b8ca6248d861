using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.SqlServer.Migrations
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
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Guides");

            migrationBuilder.CreateTable(
                name: "OfferSynonyms",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Said = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Occupations = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Found = table.Column<int>(type: "int", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RevokedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RevokedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
