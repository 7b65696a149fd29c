import type { enMarket } from './en-market.ts'

export const zhMarket: Record<keyof typeof enMarket, string> = {
  market: '大盘',
}
