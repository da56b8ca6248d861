namespace CareerPortal.Cli.Catalogue.Evaluation;

/// <summary>The halves of the questions: weights are learned from one and measured on the other.</summary>
internal enum TitleHalf
{
    Learned,
    Measured,
}
