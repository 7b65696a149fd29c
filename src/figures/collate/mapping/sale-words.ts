const SALES = new Set(
  (
    'sale|sales|sold|sell|purchase|s|buy|issue|issued|ticket|order|normal|paid|completed|complete|ok|' +
    '销售|售票|出票|购票|已出票|售|卖出|正常|交易成功|已支付|销售单|售出|購票|售出|venta|vente|verkauf|판매|발권|penjualan|ขาย'
  ).split('|'),
)
const REFUNDS = new Set(
  (
    'refund|refunded|return|returned|returns|r|void|voided|reversal|cancel|cancelled|canceled|credit|' +
    '退票|退|已退|已退票|退款|已退款|退货|退单|退票成功|退款成功|devolución|devolucion|reembolso|remboursement|' +
    'erstattung|storno|환불|취소|refund penjualan|คืน|คืนเงิน'
  ).split('|'),
)

export function saleKindNamed(word: string): 'sale' | 'refund' | undefined {
  const plain = word.toLowerCase().trim()
  if (SALES.has(plain)) return 'sale'
  return REFUNDS.has(plain) ? 'refund' : undefined
}
