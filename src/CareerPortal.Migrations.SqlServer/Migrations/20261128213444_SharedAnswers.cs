using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerPortal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SharedAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BankCalibrations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Wordings = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EngineVersion = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    MadeUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Quizzes = table.Column<int>(type: "int", nullable: false),
                    Items = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankCalibrations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SharedQuizzes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    BankVersion = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DeleteOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedQuizzes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SharingKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(1024)", maxLength: 1024, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharingKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SharedAnswers",
                columns: table => new
                {
                    QuizId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ItemId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SharedAnswers", x => new { x.QuizId, x.ItemId });
                    table.ForeignKey(
                        name: "FK_SharedAnswers_SharedQuizzes_QuizId",
                        column: x => x.QuizId,
                        principalTable: "SharedQuizzes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "ContentStamps",
                columns: new[] { "Realm", "Version" },
                values: new object[] { "Quiz", new Guid("00000010-0000-0000-0000-000000000000") });

            migrationBuilder.CreateIndex(
                name: "IX_BankCalibrations_Version",
                table: "BankCalibrations",
                column: "Version",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharedQuizzes_CodeHash",
                table: "SharedQuizzes",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SharedQuizzes_DeleteOn",
                table: "SharedQuizzes",
                column: "DeleteOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankCalibrations");

            migrationBuilder.DropTable(
                name: "SharedAnswers");

            migrationBuilder.DropTable(
                name: "SharingKeys");

            migrationBuilder.DropTable(
                name: "SharedQuizzes");

            migrationBuilder.DeleteData(
                table: "ContentStamps",
                keyColumn: "Realm",
                keyValue: "Quiz");
        }
    }
}
