using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Files;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz;

internal static class RankCommand
{
    public static Command Build()
    {
        var gallery = QuizCommand.Input("--gallery", "Occupations: 'id', then one column per dimension; an empty cell is unknown (gaussian only).");
        var people = QuizCommand.Input(
            "--people",
            "People: 'id' and the gallery's dimensions in the same units; "
                + "'se_<dimension>' may give standard errors (a dimension without one then counts as known exactly)."
        );
        var within = QuizCommand.Input(
            "--within",
            "W: header 'dimension' then the names, one row a dimension, symmetric, in squared units of the gallery; "
                + "and the rows of B and c that 'within' may have learned. "
                + "Without it 0.25 standard deviations squared on the diagonal, 0.05 when there are standard errors.",
            required: false
        );
        var top = new Option<int>("--top") { Description = "How many occupations per person.", DefaultValueFactory = _ => 10 };
        var method = new Option<string>("--method")
        {
            Description = "gaussian, pearson, euclid, shortfall or sum.",
            DefaultValueFactory = _ => "gaussian",
        };
        method.AcceptOnlyFromAmong("gaussian", "pearson", "euclid", "shortfall", "sum");
        QuizCommand.Between(top, 1);
        var json = QuizCommand.AsJson();
        var command = new Command("rank", "Rank the occupations of a gallery for each person.") { gallery, people, within, top, method, json };
        QuizCommand.Run(
            command,
            parsed =>
                Rank(
                    parsed.GetRequiredValue(gallery),
                    parsed.GetRequiredValue(people),
                    parsed.GetValue(within),
                    parsed.GetValue(top),
                    parsed.GetValue(method)!
                ),
            json
        );
        return command;
    }

    private static Report Rank(string galleryPath, string peoplePath, string? withinPath, int top, string method)
    {
        var gaussian = method == "gaussian";
        var table = ProfileTable.Read(galleryPath, mayBeEmpty: gaussian);
        var people = ProfileTable.Read(peoplePath, table.Dimensions);
        var n = table.Dimensions.Count;
        var gallery = table.ToGallery(galleryPath);
        var scale = gallery.Deviations.ToArray();
        var map = withinPath is null
            ? WithinMap.Identity(
                SymmetricMatrix.Create(
                    n,
                    (i, j) =>
                        i != j ? 0
                        : people.Errors is null ? OccupationRanker.DefaultWithin
                        : 0.05
                )
            )
            : WithinFile.ReadMap(withinPath, table.Dimensions).Standardised(gallery.Means, scale);
        if (withinPath is not null && !Cholesky.TryFactor(map.Within.Cells.ToArray(), n))
        {
            throw new InputException(withinPath, "W is not positive definite.");
        }

        var ranker = new OccupationRanker(gallery, map);
        var points = gaussian ? [] : Enumerable.Range(0, table.Ids.Count).Select(gallery.Point).ToArray();
        var report = new Report("id", "place", "occupation", "score");
        var scores = new double[table.Ids.Count];
        var mean = new double[n];
        var covariance = people.Errors is null ? [] : new double[n * n];
        for (var p = 0; p < people.Ids.Count; p++)
        {
            people.Row(p).CopyTo(mean);
            gallery.Standardise(mean);
            for (var d = 0; people.Errors is not null && d < n; d++)
            {
                covariance[d * n + d] = Math.Pow(people.Errors[p * n + d] / scale[d], 2);
            }

            if (gaussian)
            {
                ranker.Score(mean, covariance, scores);
            }

            for (var j = 0; !gaussian && j < scores.Length; j++)
            {
                scores[j] = method switch
                {
                    "pearson" => ProfileBaselines.Pearson(mean, points[j]),
                    "euclid" => ProfileBaselines.Euclid(mean, points[j]),
                    "shortfall" => ProfileBaselines.Shortfall(mean, points[j]),
                    _ => ProfileBaselines.Sum(mean, points[j]),
                };
            }

            var ranked = new JsonArray();
            var best = OccupationRanker.Best(scores, top);
            var place = 0;
            for (var listed = 0; listed < best.Length; listed++)
            {
                // Equals share a place.
                var at = best[listed];
                place = listed > 0 && scores[at].Equals(scores[best[listed - 1]]) ? place : listed + 1;
                report.Row(people.Ids[p], place, table.Ids[at], scores[at]);
                ranked.Add(new JsonObject { ["id"] = table.Ids[at], ["score"] = scores[at] });
            }

            report.Json(new JsonObject { ["id"] = people.Ids[p], ["ranked"] = ranked });
        }

        return report;
    }
}
