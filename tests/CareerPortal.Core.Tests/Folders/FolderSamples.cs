// Small projects for the tests of FolderGraph: each namespace below "Samples" is the root of one.

namespace CareerPortal.Core.Tests.Folders.Samples.Tree.Roots
{
    internal sealed class Root;
}

namespace CareerPortal.Core.Tests.Folders.Samples.Tree.Leaves
{
    internal sealed class Leaf
    {
        public Roots.Root? Root { get; init; }
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Bodies.One
{
    internal sealed class First
    {
        public static string Text() => new Two.Second().ToString()!;
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Bodies.Two
{
    internal sealed class Second
    {
        public static Func<string> Text() => () => One.First.Text();
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Waits.One
{
    internal sealed class First
    {
        public List<Two.Second[]> Seconds { get; } = [];
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Waits.Two
{
    internal sealed class Second
    {
        public static async Task WaitAsync()
        {
            await Task.Yield();
            _ = new One.First();
        }
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Marks.One
{
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class MarkAttribute(Type meant) : Attribute
    {
        public Type Meant { get; } = meant;
    }

    internal sealed class First;

    [Mark(typeof(Two.Second))]
    internal sealed class Marked;
}

namespace CareerPortal.Core.Tests.Folders.Samples.Marks.Two
{
    [One.Mark(typeof(string))]
    internal sealed class Second;
}

namespace CareerPortal.Core.Tests.Folders.Samples.Ring.One
{
    internal sealed class First
    {
        public Two.Second? Next { get; init; }
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Ring.Two
{
    internal sealed class Second
    {
        public Three.Inner.Third? Next { get; init; }
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Ring.Three
{
    internal sealed class Fourth
    {
        public One.First? Next { get; init; }
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Ring.Three.Inner
{
    internal sealed class Third;
}

namespace CareerPortal.Core.Tests.Folders.Samples.Nest.Home
{
    internal sealed class House
    {
        public Rooms.Room? Room { get; init; }
    }
}

namespace CareerPortal.Core.Tests.Folders.Samples.Nest.Home.Rooms
{
    internal sealed class Room
    {
        public House? House { get; init; }
    }
}
