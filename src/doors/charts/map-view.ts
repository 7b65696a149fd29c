import type { Place } from './answer-chart.ts'

/** A flat piece of the earth: degrees of latitude up, and across degrees as wide as they are there. */
export type MapView = {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
  /** How wide a degree of longitude is beside one of latitude. */
  readonly narrowing: number
}

const SPAN_LEAST = 1.2
const MARGIN = 0.18

/** The view that holds all places, with a margin, in the shape of the drawing. */
export function mapView(places: readonly Place[], aspect: number): MapView {
  const latitudes = places.map(({ latitude }) => latitude)
  const middle = places.length === 0 ? 0 : (Math.min(...latitudes) + Math.max(...latitudes)) / 2
  const narrowing = Math.max(0.2, Math.cos((middle * Math.PI) / 180))
  const across = places.map(({ longitude }) => longitude * narrowing)
  const spanOf = (values: readonly number[]) =>
    values.length === 0
      ? SPAN_LEAST
      : Math.max(SPAN_LEAST, (Math.max(...values) - Math.min(...values)) * (1 + 2 * MARGIN))
  const high = Math.max(spanOf(latitudes), spanOf(across) / aspect)
  const wide = high * aspect
  const centre = across.length === 0 ? 0 : (Math.min(...across) + Math.max(...across)) / 2
  return {
    left: centre - wide / 2,
    right: centre + wide / 2,
    bottom: middle - high / 2,
    top: middle + high / 2,
    narrowing,
  }
}

export function projected(
  { latitude, longitude }: Place,
  { narrowing }: Pick<MapView, 'narrowing'>,
): readonly [number, number] {
  return [longitude * narrowing, latitude]
}

/** Lines of latitude and longitude, where no coast is known. */
export function graticule(view: MapView): readonly (readonly (readonly [number, number])[])[] {
  const step =
    [0.25, 0.5, 1, 2, 5, 10, 30].find((each) => (view.top - view.bottom) / each <= 6) ?? 30
  const { left, right, narrowing } = view
  const [west, east] = [left / narrowing, right / narrowing]
  const up = rounds(view.bottom, view.top, step)
  const across = rounds(west, east, step)
  return [
    ...up.map(
      (latitude) =>
        [
          [west, latitude],
          [east, latitude],
        ] as const,
    ),
    ...across.map(
      (longitude) =>
        [
          [longitude, view.bottom],
          [longitude, view.top],
        ] as const,
    ),
  ]
}

function rounds(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step)
  const count = Math.max(0, Math.floor(to / step) - first + 1)
  return Array.from({ length: count }, (_, index) => (first + index) * step)
}
