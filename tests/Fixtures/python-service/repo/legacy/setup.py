from setuptools import setup

name = "anthropic"
REQUIRED = ["flask", "anthropic~=0.69"]

setup(
    name="shop-legacy",
    keywords=["openai", "groq"],
    install_requires=REQUIRED + ["%s-utils" % name],
    extras_require={"groq": ["mistralai==1.9.0"]},
)
