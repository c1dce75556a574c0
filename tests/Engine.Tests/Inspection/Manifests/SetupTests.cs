namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

public class SetupTests
{
    [Fact]
    public void Options_of_setup_cfg_are_seen() => Assert.Equal(
        """
        setup.cfg(7,5)-(7,16): Manifest Dependency: PyPI package 'initech-sdk' (options.install_requires) >=1.0 is agent
        setup.cfg(10,5)-(10,12): Manifest Dependency: PyPI package 'initech' (options.install_requires) 2.0 is agent
        setup.cfg(11,24)-(11,31): Manifest Dependency: PyPI package 'Initech' (options.setup_requires) is agent
        setup.cfg(15,5)-(15,16): Manifest Dependency: PyPI package 'initech.sdk' (options.extras_require) is agent
        setup.cfg(16,6)-(16,13): Manifest Dependency: PyPI package 'initech' (options.extras_require) >1 is agent
        """,
        ManifestSample.Evidence("setup.cfg", """
            [metadata]
            name = initech
            [options]
            packages = find:
            install_requires =
                requests
                initech-sdk[cli] >= 1.0 ; python_version < "3.9"
                # initech==9

                initech==2.0
            Setup_Requires: wheel; Initech
            tests_require = file: initech.txt
            [options.extras_require]
            agents =
                initech.sdk
            all: initech>1
            [tool:pytest]
            install_requires = initech
            """));

    [Fact]
    public void Lists_that_setup_py_writes_out_are_seen() => Assert.Equal(
        """
        setup.py(5,28)-(5,39): Manifest Dependency: PyPI package 'initech-sdk' (install_requires) ~=1.0 is agent
        setup.py(11,29)-(11,36): Manifest Dependency: PyPI package 'initech' (install_requires) 2.0 is agent
        setup.py(6,24)-(6,31): Manifest Dependency: PyPI package 'initech' (extras_require) 3 is agent
        setup.py(13,16)-(13,27): Manifest Dependency: PyPI package 'initech.sdk' (extras_require) is agent
        setup.py(15,21)-(15,28): Manifest Dependency: PyPI package 'initech' (setup_requires) is agent
        setup.py(17,1)-(17,12): Manifest Dependency: PyPI package 'initech-sdk' (tests_require) >2 is agent
        """,
        ManifestSample.Evidence("setup.py", """"
            from setuptools import setup

            version = "initech"
            REQUIRED = []
            REQUIRED += ["requests", r'initech-sdk ~= 1.0']  # "initech"
            extras = {"initech": ["initech==3"]}
            install_requires = ["initech==0"]
            setup(
                name="initech",
                keywords=["initech"],
                install_requires=["a", "initech==2.0"] + REQUIRED,
                extras_require={
                    "a": ["initech.sdk"], "initech": read("initech"), **extras,
                },
                setup_requires="initech",
                tests_require="""
                initech-sdk>2
                """,
            )
            """".Replace("    initech-sdk>2", "initech-sdk>2", StringComparison.Ordinal)));

    [Theory]
    [InlineData("setup(install_requires=read('initech'))")]
    [InlineData("setup(install_requires=[r for r in read() if r != 'initech'])")]
    [InlineData("setup(install_requires=['initech' + v])")]
    [InlineData("setup(install_requires=['initech%s' % v, f'initech', 'initech'.upper()])")]
    [InlineData("setup(install_requires=table['initech'])")]
    [InlineData("setup(install_requires=[x['initech'], x('initech')])")]
    [InlineData("setup(extras_require={'initech': ['a']})")]
    [InlineData("setup(install_requires=names)\ndef f(names='initech'): pass")]
    [InlineData("install_requires = ['initech']")]
    [InlineData("if install_requires == ['initech']: setup(install_requires=[")]
    [InlineData("# setup(install_requires=['initech'])")]
    [InlineData("'''\nsetup(install_requires=['initech'])\n'''")]
    [InlineData("setup(install_requires=")]
    [InlineData("setup(install_requires=x)\nx = x + x\nx += x")]
    [InlineData("\\")]
    [InlineData("'\\")]
    public void What_a_setup_computes_is_not_read(string text) => Assert.Equal("", ManifestSample.Evidence("setup.py", text));

    [Theory]
    [InlineData("setup(**dict(install_requires=['initech']))")]
    [InlineData("setup(**{'install_requires': ['initech']})")]
    [InlineData("setup(extras_require={'a': ['a'] if x else ['initech']})")]
    [InlineData("setup(install_requires=[*base])\nbase = \\\n  ('initech',)")]
    [InlineData("extras = {}\nextras['x'] = ['initech']\nsetup(extras_require=extras)")]
    [InlineData("x = ['initech']\nsetup(extras_require={'a': x + y, 'b': []})")]
    [InlineData("if True: x = ['initech']\r\nsetup(install_requires=x)\r\n")]
    public void Forms_of_lists_are_seen(string text) => Assert.Contains("'initech'", ManifestSample.Evidence("setup.py", text), StringComparison.Ordinal);
}
