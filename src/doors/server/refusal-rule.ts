/** How a refusal leaves the house: its HTTP status, its title, and what whoever asked can do. */
export type RefusalRule = {
  readonly status: number
  readonly title: string
  readonly remedy: string
}
