#!/usr/bin/env dotnet
#:package OllamaSharp@5.4.4
#:package Spectre.Console@0.50.0

Console.WriteLine("Summaries of the open issues.");
