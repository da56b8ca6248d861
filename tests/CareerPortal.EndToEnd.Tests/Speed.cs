using CareerPortal.Testing;

// Each of these tests opens a browser.
[assembly: Slow]
