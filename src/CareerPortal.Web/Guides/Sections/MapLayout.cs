using CareerPortal.Directories;

namespace CareerPortal.Web.Guides.Sections;

/// <summary>
/// Puts numbers and names on the map so that none lies on another: a number stands at its place where it is alone there,
/// otherwise beside it, tied to a dot at the true place; a town whose name finds no room keeps its dot.
/// </summary>
/// <remarks>Measured for the narrowest phone, where letters are largest against the drawing.</remarks>
internal sealed class MapLayout
{
    public const double CentreRadius = 24;
    public const double ZoneRadius = 27;

    private const double Between = 4;
    private const double Dot = 7;
    private const double LetterHeight = 34;
    private const double LetterWidth = 19;
    private const int Directions = 24;

    private static readonly double[] Distances = [52, 62, 74, 88, 104, 122, 142, 165, 190];

    private readonly List<Pin> _pins = [];
    private readonly List<(double X, double Y)> _homes;
    private readonly List<Label> _labels = [];

    public MapLayout(IEnumerable<TrainingCentre> centres, IEnumerable<JobZone> zones, IEnumerable<(string Name, BelgiumMap.Town Town)> towns)
    {
        var wanted = centres.Index().Select(c => Wanted(c.Index + 1, c.Item, null, new MapPoint(c.Item.Latitude, c.Item.Longitude))).ToList();
        var count = wanted.Count;
        wanted.AddRange(zones.Index().SelectMany(z => z.Item.Points.Select(p => Wanted(count + z.Index + 1, null, z.Item, p))));
        _homes = [.. wanted.Select(w => (w.HomeX, w.HomeY)).Distinct()];
        var alone = wanted
            .Where(w => !wanted.Exists(o => o != w && Apart(o.HomeX, o.HomeY, w.HomeX, w.HomeY) < o.Radius + w.Radius + Between))
            .ToHashSet();
        _pins.AddRange(alone);
        foreach (var crowded in wanted.Where(w => !alone.Contains(w)))
        {
            var crowd = wanted.Where(o => Apart(o.HomeX, o.HomeY, crowded.HomeX, crowded.HomeY) < 3 * CentreRadius).ToList();
            _pins.Add(Beside(crowded, crowd.Average(o => o.HomeX), crowd.Average(o => o.HomeY)));
        }

        Towns = [.. towns.Select(t => (t.Name, At: BelgiumMap.Project(t.Town.Latitude, t.Town.Longitude))).Select(t => (t.Name, t.At.X, t.At.Y))];
        foreach (var (name, x, y) in Towns)
        {
            Name(name, x, y);
        }
    }

    public IReadOnlyList<Pin> Pins => _pins;

    public IReadOnlyList<Label> Labels => _labels;

    public IReadOnlyList<(string Name, double X, double Y)> Towns { get; }

    /// <summary>The zones that have a place: one that lies everywhere has none.</summary>
    public static IReadOnlyList<JobZone> Local(IEnumerable<JobZone> zones) => [.. zones.Where(z => z.Provinces.Count < BelgiumMap.Outlines.Count)];

    private static Pin Wanted(int number, TrainingCentre? centre, JobZone? zone, MapPoint point)
    {
        var (x, y) = BelgiumMap.Project(point.Latitude, point.Longitude);
        return new Pin(number, centre, zone, x, y, x, y);
    }

    private static double Apart(double x, double y, double otherX, double otherY) => Math.Sqrt(Math.Pow(x - otherX, 2) + Math.Pow(y - otherY, 2));

    /// <summary>The nearest free place, rather away from the middle of the crowd, and rather without crossing another's line.</summary>
    private Pin Beside(Pin pin, double middleX, double middleY)
    {
        var outward = Math.Atan2(pin.HomeY - middleY, pin.HomeX - middleX);
        var free =
            from distance in Distances
            from direction in Enumerable.Range(0, Directions)
            let angle = direction * 2 * Math.PI / Directions
            let x = pin.HomeX + (distance * Math.Cos(angle))
            let y = pin.HomeY + (distance * Math.Sin(angle))
            where IsFree(pin, x, y)
            orderby distance + (30 * (1 - Math.Cos(angle - outward))) + (80 * _pins.Count(p => Cross(p, pin.HomeX, pin.HomeY, x, y)))
            select pin with
            {
                X = x,
                Y = y,
            };
        return free.FirstOrDefault() ?? pin;
    }

    private bool IsFree(Pin pin, double x, double y) =>
        x >= pin.Radius
        && x <= BelgiumMap.Width - pin.Radius
        && y >= pin.Radius
        && y <= BelgiumMap.Height - pin.Radius
        && _pins.TrueForAll(p => Apart(p.X, p.Y, x, y) >= p.Radius + pin.Radius + Between)
        && _homes.TrueForAll(h => Apart(h.X, h.Y, x, y) >= pin.Radius + Dot);

    private static bool Cross(Pin other, double fromX, double fromY, double toX, double toY)
    {
        return Side(fromX, fromY, toX, toY, other.HomeX, other.HomeY) * Side(fromX, fromY, toX, toY, other.X, other.Y) < 0
            && Side(other.HomeX, other.HomeY, other.X, other.Y, fromX, fromY) * Side(other.HomeX, other.HomeY, other.X, other.Y, toX, toY) < 0;

        static double Side(double ax, double ay, double bx, double by, double x, double y) => ((bx - ax) * (y - ay)) - ((by - ay) * (x - ax));
    }

    private void Name(string name, double x, double y)
    {
        var width = name.Length * LetterWidth;
        (string Anchor, double Left, double Base)[] places =
        [
            ("start", x + 12, y + 11),
            ("end", x - 12 - width, y + 11),
            ("middle", x - (width / 2), y - 16),
            ("middle", x - (width / 2), y + 36),
            ("start", x + 9, y - 9),
            ("end", x - 9 - width, y - 9),
            ("start", x + 9, y + 30),
            ("end", x - 9 - width, y + 30),
        ];
        foreach (var (anchor, left, line) in places)
        {
            var box = new Box(left, line - (LetterHeight * 0.8), left + width, line + (LetterHeight * 0.25));
            if (
                box.Left >= 0
                && box.Right <= BelgiumMap.Width
                && box.Top >= 0
                && box.Bottom <= BelgiumMap.Height
                && _pins.TrueForAll(p => !box.Meets(new Box(p.X - p.Radius, p.Y - p.Radius, p.X + p.Radius, p.Y + p.Radius)))
                && _labels.TrueForAll(l => !box.Meets(l.Box))
                && Towns.All(t => !box.Meets(new Box(t.X - Dot, t.Y - Dot, t.X + Dot, t.Y + Dot)))
            )
            {
                _labels.Add(
                    new Label(
                        name,
                        anchor switch
                        {
                            "start" => left,
                            "end" => left + width,
                            _ => left + (width / 2),
                        },
                        line,
                        anchor,
                        box
                    )
                );
                return;
            }
        }
    }

    /// <summary>A number on the map, its true place, and what it stands for.</summary>
    public sealed record Pin(int Number, TrainingCentre? Centre, JobZone? Zone, double HomeX, double HomeY, double X, double Y)
    {
        public double Radius => Zone is null ? CentreRadius : ZoneRadius;

        public bool IsMoved => X != HomeX || Y != HomeY;
    }

    /// <summary>A town's name and the room it takes.</summary>
    public sealed record Label(string Name, double X, double Y, string Anchor, Box Box);

    /// <summary>A rectangle of the drawing.</summary>
    public sealed record Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
