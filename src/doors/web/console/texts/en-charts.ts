/** Sentences around charts; what a chart says itself stands in #charts. */
export const enCharts = {
  chartEmpty: 'No figures for this.',
  chartKeys: 'Arrow keys walk from figure to figure.',
  chartKeysPick: 'Arrow keys walk from figure to figure. Enter chooses one.',
  chartSites: '{reporting} of {expected} cinemas up to date',
  chartStaleSince: 'Stale since {time}',
  chartTryAgain: 'Try again',
}
