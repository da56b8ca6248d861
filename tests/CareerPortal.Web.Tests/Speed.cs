using CareerPortal.Testing;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(SlowFirst))]

// Those that begin start sites as processes of their own and wait for them.
[assembly: Parallelization(MaxThreads = 3)]
