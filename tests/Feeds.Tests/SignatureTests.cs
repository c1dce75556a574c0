using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>Signatures, made by the SDK's own command and read by the SDK's own client.</summary>
public sealed class SignatureTests : IDisposable
{
    private readonly FeedFolder _folder = new(("local", "packages"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Author_is_known_by_the_certificate_and_nobody_else_will_do()
    {
        using var certificate = NewCertificate("CN=Contoso");
        var fingerprint = Convert.ToHexString(SHA256.HashData(certificate.RawData));
        var signed = await SignAsync(Contoso.Package("1.0.0"), certificate);

        Assert.Equal(new PackageSignature(SignatureState.Valid, fingerprint), _folder.Open().Signature(signed, Stop));
        _folder.AddFile("packages", "Contoso.AiToolPolicy.1.0.0.nupkg", signed);
        Assert.Null(Get(new PackageTrust { Authors = [fingerprint] }));
        Assert.Null(Get(new PackageTrust { Authors = [new string('0', 64), fingerprint], Sha512 = PackageDigest.Sha512(signed) }));
        Assert.Equal($"Package 'Contoso.AiToolPolicy' 1.0.0 is refused: it is signed by the author certificate {fingerprint}, which is not trusted.", Get(new PackageTrust { Authors = [new string('0', 64)] }));
        Assert.Equal("Package 'Contoso.AiToolPolicy' 1.0.0 is refused: it is not signed by the repository that is trusted.", Get(new PackageTrust { Repositories = [fingerprint] }));
    }

    [Fact]
    public void Unsigned_package_is_refused_where_a_signature_is_wanted()
    {
        _folder.AddFile("packages", "Contoso.AiToolPolicy.1.0.0.nupkg", Contoso.Package("1.0.0"));

        Assert.Equal(new PackageSignature(SignatureState.Unsigned), _folder.Open().Signature(Contoso.Package("1.0.0"), Stop));
        Assert.Equal("Package 'Contoso.AiToolPolicy' 1.0.0 is refused: it is not signed, and a signature is asked for.", Get(new PackageTrust { Authors = [new string('0', 64)] }));
    }

    [Fact]
    public async Task Signature_of_another_content_is_broken()
    {
        using var certificate = NewCertificate("CN=Contoso");
        var signed = await SignAsync(Contoso.Package("1.0.0"), certificate);
        var fingerprint = Convert.ToHexString(SHA256.HashData(certificate.RawData));
        signed[signed.AsSpan().IndexOf("A policy."u8)] ^= 1;

        Assert.Equal(SignatureState.Broken, _folder.Open().Signature(signed, Stop).State);
        _folder.AddFile("packages", "Contoso.AiToolPolicy.1.0.0.nupkg", signed);
        Assert.StartsWith("Package 'Contoso.AiToolPolicy' 1.0.0 is refused: it ", Get(new PackageTrust { Authors = [fingerprint] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_that_verifies_none_leaves_the_digest_to_decide()
    {
        var unverifiable = new PackageSignature(SignatureState.Unverifiable, Detail: "no client");
        var digest = PackageDigest.Sha512([1]);
        var both = new PackageTrust { Authors = [new string('0', 64)], Sha512 = digest };

        Assert.Null(TrustCheck.Refusal(both, digest, () => unverifiable));
        Assert.Equal("its signature could not be verified (no client); its SHA-512 is the trusted one", TrustCheck.Remark(both, () => unverifiable));
        Assert.StartsWith("cannot be verified: no client", TrustCheck.Refusal(both with { Sha512 = null }, digest, () => unverifiable), StringComparison.Ordinal);
    }

    private string? Get(PackageTrust trust)
    {
        var outcome = new PolicyPackages(() => _folder.Open(), new PackageCache(null), Stop).Get(PackageName.Parse($"{Contoso.Id}@[1.0.0]", out _)!, trust);
        Assert.Equal(outcome.Package is null, outcome.Problem is not null);
        return outcome.Problem;
    }

    private async Task<byte[]> SignAsync(byte[] package, X509Certificate2 certificate)
    {
        _folder.AddFile("unsigned", "a.nupkg", package);
        await File.WriteAllBytesAsync(_folder.In("certificate.pfx"), certificate.Export(X509ContentType.Pfx, "test"), Stop);
        var signed = await DotNet.RunAsync(_folder.Path, "nuget", "sign", _folder.In("unsigned/a.nupkg"), "--certificate-path", _folder.In("certificate.pfx"), "--certificate-password", "test", "--output", _folder.In("signed"));
        Assert.True(signed.ExitCode == 0, signed.Output);
        return await File.ReadAllBytesAsync(_folder.In("signed/a.nupkg"), Stop);
    }

    private static X509Certificate2 NewCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.3")], critical: false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }
}
