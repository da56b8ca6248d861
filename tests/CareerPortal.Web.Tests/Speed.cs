using CareerPortal.Testing;

[assembly: TestCollectionOrderer(typeof(SlowFirst))]
