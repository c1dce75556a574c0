using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("AiToolPolicy", "AITP1009")]

public class Chat;
