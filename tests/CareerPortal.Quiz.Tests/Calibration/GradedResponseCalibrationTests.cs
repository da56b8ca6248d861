using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Tests.Calibration;

public sealed class GradedResponseCalibrationTests
{
    private static readonly ItemParameters[] True =
    [
        new(1.2, -1.8, -0.6, 0.5, 1.7),
        new(1.6, -1.6, -0.5, 0.5, 1.6),
        new(2.2, -1.0, -0.2, 0.6, 1.4),
        new(0.9, -2.2, -0.9, 0.7, 2.3),
        new(1.8, -1.4, -0.3, 0.4, 1.2),
        new(1.4, -2.0, -1.0, 0.0, 1.0),
    ];

    [Fact]
    public void Fit_SimulatedAnswers_RecoversTheParameters()
    {
        var fit = GradedResponseCalibration.Fit(Answers(6000, missing: 0), True.Length, 5);

        Assert.True(fit.Converged);
        for (var item = 0; item < True.Length; item++)
        {
            Assert.Equal(True[item].A, fit.Items[item].Parameters.A, 0.15);
            for (var k = 0; k < 4; k++)
            {
                Assert.Equal(True[item].B[k], fit.Items[item].Parameters.B[k], 0.2);
            }
        }
    }

    [Fact]
    public void Fit_MissingAnswers_AreLeftOut()
    {
        var fit = GradedResponseCalibration.Fit(Answers(6000, missing: 0.3), True.Length, 5);

        Assert.InRange(fit.Items[0].Answered, 4000, 4400);
        Assert.Equal(True[1].A, fit.Items[1].Parameters.A, 0.2);
    }

    [Fact]
    public void LogLikelihood_OfTheFit_IsTheOneReportedAndAboveTheTruth()
    {
        var answers = Answers(2000, missing: 0.1);
        var fit = GradedResponseCalibration.Fit(answers, True.Length, 5);

        var found = GradedResponseCalibration.LogLikelihood(answers, [.. fit.Items.Select(item => item.Parameters)]);

        Assert.Equal(fit.LogLikelihood, found, 1e-3);
        Assert.True(found > GradedResponseCalibration.LogLikelihood(answers, True));
    }

    [Fact]
    public void Fit_ConstantItem_IsRefused() => Assert.Throws<ArgumentException>(() => GradedResponseCalibration.Fit([3, 1, 3, 2, 3, 5], 2, 5));

    [Fact]
    public void Fit_AnswerTooHigh_NamesRowAndItem()
    {
        var problem = Assert.Throws<ArgumentException>(() => GradedResponseCalibration.Fit([1, 2, 3, 6], 2, 5));

        Assert.Contains("Row 2, item 2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Learn_TwoCorrelatedQualities_FindsTheTrueCorrelation()
    {
        var random = new SeededRandom(4);
        var means = new List<double>();
        var errors = new List<double>();
        for (var person = 0; person < 20_000; person++)
        {
            var x = random.NextNormal();
            var y = 0.6 * x + 0.8 * random.NextNormal();
            foreach (var level in new[] { x, y })
            {
                // Measured with error variance 1, so reliability ½ and SE² ½.
                means.Add((level + random.NextNormal()) / 2);
                errors.Add(Math.Sqrt(0.5));
            }
        }

        var sigma = LatentCorrelations.Learn([.. means], [.. errors], 2, shrink: 0);

        Assert.Equal(0.6, sigma[0, 1], 0.03);
    }

    private static byte[] Answers(int people, double missing)
    {
        var random = new SeededRandom(17);
        var answers = new byte[people * True.Length];
        var probabilities = new double[5];
        for (var at = 0; at < answers.Length; at += True.Length)
        {
            var theta = random.NextNormal();
            for (var item = 0; item < True.Length; item++)
            {
                GradedResponseModel.Probabilities(True[item], theta, probabilities);
                var draw = random.NextDouble();
                var coded = 1;
                while (coded < 5 && draw > probabilities[coded - 1])
                {
                    draw -= probabilities[coded++ - 1];
                }

                answers[at + item] = random.NextDouble() < missing ? (byte)0 : (byte)coded;
            }
        }

        return answers;
    }
}
