variable "model" {
  default = "gpt-4o"
}
