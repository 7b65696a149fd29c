/** A territory’s figures as somebody reports them. */
export const enMarket = {
  market: 'Market',
} satisfies Record<string, string>
