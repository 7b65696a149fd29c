export const zhCharts = {
  chartEmpty: '没有相应数据。',
  chartKeys: '用方向键逐个查看数据。',
  chartKeysPick: '用方向键逐个查看数据，按回车键选中。',
  chartSites: '{expected} 家影院中 {reporting} 家数据正常',
  chartStaleSince: '{time} 起未更新',
  chartTryAgain: '重试',
}
