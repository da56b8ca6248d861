namespace CareerPortal.Offers.Board;

/// <summary>
/// When offers came to the board: asked for, only posts are found that are new to somebody who has followed it. They have enough of the words and are
/// not only akin, their number is above <paramref name="After"/>, no open offer of the same post is older, and none of it was told before.
/// </summary>
/// <param name="From">The last offer that there was when somebody began to follow.</param>
/// <param name="After">The last offer that somebody was told of.</param>
public readonly record struct OfferArrival(long From, long After);
