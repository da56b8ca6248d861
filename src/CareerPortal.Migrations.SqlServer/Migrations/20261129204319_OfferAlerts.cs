using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OfferAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Html",
                table: "OutgoingMails",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RefusedUtc",
                table: "OutgoingMails",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StopAddress",
                table: "OutgoingMails",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubscriptionId",
                table: "OutgoingMails",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OfferAlertCounts",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Opinion = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Times = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferAlertCounts", x => new { x.Month, x.Opinion });
                });

            migrationBuilder.CreateTable(
                name: "OfferAlertKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Secret = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferAlertKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfferAlerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    NormalEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Search = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    SearchHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Rhythm = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    AskedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TouchedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    QuestionUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FirstOffer = table.Column<long>(type: "bigint", nullable: false),
                    LastOffer = table.Column<long>(type: "bigint", nullable: false),
                    Notices = table.Column<int>(type: "int", nullable: false),
                    NoticeUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferAlerts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfferAlertDigests",
                columns: table => new
                {
                    AlertId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Offers = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferAlertDigests", x => new { x.AlertId, x.Day });
                    table.ForeignKey(
                        name: "FK_OfferAlertDigests_OfferAlerts_AlertId",
                        column: x => x.AlertId,
                        principalTable: "OfferAlerts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_SubscriptionId",
                table: "OutgoingMails",
                column: "SubscriptionId");

            migrationBuilder.CreateIndex(
                name: "IX_OfferAlertDigests_Day",
                table: "OfferAlertDigests",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_OfferAlerts_DueOn_Id",
                table: "OfferAlerts",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferAlerts_NormalEmail_SearchHash",
                table: "OfferAlerts",
                columns: new[] { "NormalEmail", "SearchHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferAlerts_TouchedUtc",
                table: "OfferAlerts",
                column: "TouchedUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OfferAlertCounts");

            migrationBuilder.DropTable(
                name: "OfferAlertDigests");

            migrationBuilder.DropTable(
                name: "OfferAlertKeys");

            migrationBuilder.DropTable(
                name: "OfferAlerts");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_SubscriptionId",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "Html",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "RefusedUtc",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "StopAddress",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "SubscriptionId",
                table: "OutgoingMails");
        }
    }
}
