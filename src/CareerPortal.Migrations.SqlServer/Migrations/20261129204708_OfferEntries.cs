using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OfferEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "OfferEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FormKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Live = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    EnteredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WrittenById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ContactName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ContactEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Word = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ReviewedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReviewedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RemindedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsClosedByPortal = table.Column<bool>(type: "bit", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    OfferId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfferEntries_JobOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "JobOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfferEntryLinks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EntryId = table.Column<int>(type: "int", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferEntryLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfferEntryLinks_OfferEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "OfferEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OfferEntries_ContactEmail",
                table: "OfferEntries",
                column: "ContactEmail");

            migrationBuilder.CreateIndex(
                name: "IX_OfferEntries_FormKey",
                table: "OfferEntries",
                column: "FormKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferEntries_OfferId",
                table: "OfferEntries",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_OfferEntries_State_ChangedUtc",
                table: "OfferEntries",
                columns: new[] { "State", "ChangedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferEntryLinks_EntryId",
                table: "OfferEntryLinks",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_OfferEntryLinks_TokenHash",
                table: "OfferEntryLinks",
                column: "TokenHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OfferEntryLinks");

            migrationBuilder.DropTable(
                name: "OfferEntries");
        }
    }
}
