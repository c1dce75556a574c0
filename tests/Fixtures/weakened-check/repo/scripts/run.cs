#!/usr/bin/env dotnet
#:property AiToolPolicyEnabled=false

Console.WriteLine();
