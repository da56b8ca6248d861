using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareerPortal.Accounts;

/// <summary>Hashes passwords (PBKDF2, SHA-512), each character in its one form however a keyboard makes it.</summary>
public sealed class AccountPasswords() : PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }))
{
    /// <summary>What OWASP asks of PBKDF2 with SHA-512.</summary>
    private const int Iterations = 210_000;

    private static readonly Account Nobody = new();

    private readonly Lazy<string> _nobodys = new(() => new AccountPasswords().HashPassword(Nobody, Guid.NewGuid().ToString()));

    public override string HashPassword(Account user, string password) => base.HashPassword(user, Normal(password));

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Normal(providedPassword));

    public bool Fits(Account account, string password) =>
        account is { PasswordHash: { } hash } && VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Works as long as a comparison would, so that an answer's time tells nobody whether there is an account.</summary>
    public void CompareWithNobodys(string password) => VerifyHashedPassword(Nobody, _nobodys.Value, password);

    private static string Normal(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half of a character: it is compared as it came.
            return password;
        }
    }
}
