import { expect, test } from 'vitest'
import { chartWords, metricName } from '#charts'
import { DIMENSIONS, METRICS } from '#metrics'
import { UNITS } from '../src/doors/web/console/parts/metric-units.ts'
import { en } from '../src/doors/web/console/texts/en.ts'
import { zh } from '../src/doors/web/console/texts/zh.ts'

test.each(METRICS.map(({ id }) => id))(
  '%s is called the same on pages, charts and on the wire',
  (id) => {
    const metric = METRICS.find((one) => one.id === id)
    if (!metric) throw new Error(id)
    expect(en[`metric_${id}`]).toBe(metric.name)
    expect(zh[`metric_${id}`]).toBe(metricName(metric, 'zh'))
    expect(UNITS[id]).toBe(metric.unit)
  },
)

test.each(DIMENSIONS.map(({ id }) => id))(
  '%s is called the same on pages, charts and on the wire',
  (id) => {
    const dimension = DIMENSIONS.find((one) => one.id === id)
    if (!dimension) throw new Error(id)
    expect(en[`dim_${id}`]).toBe(dimension.name)
    expect(chartWords('en').dimensions[id]).toBe(dimension.name.toLowerCase())
    expect(zh[`dim_${id}`]).toBe(chartWords('zh').dimensions[id])
  },
)
