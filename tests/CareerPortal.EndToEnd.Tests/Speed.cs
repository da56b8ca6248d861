using CareerPortal.Testing;
using Xunit.v3;

// Each of these tests opens a browser.
[assembly: Slow]
[assembly: TestCollectionOrderer(typeof(SlowFirst))]

// For much of its time a journey waits: somebody types or sleeps, a site comes back.
[assembly: Parallelization(MaxThreads = 4)]
