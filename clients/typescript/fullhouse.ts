// The client of Fullhouse 0.1.0, made by `npm run docs` from its routes; do not edit.
// Licence: Apache-2.0. One file, no dependencies: Node 20 or newer, and browsers.

/** An amount in the smallest unit of its currency: 1050 CNY is ten yuan fifty. */
export type Money = {
  /** smallest unit of the currency, a decimal integer in text */
  readonly minor: string
  /** ISO 4217 */
  readonly currency: string
}

/** Why something was refused (RFC 9457). `detail` is a sentence for a person. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly refusal?: string
  readonly choices?: readonly string[]
  readonly id?: string
}

export type MetricId =
  | 'admissions'
  | 'paid'
  | 'complimentary'
  | 'gross'
  | 'fees'
  | 'grossWithFees'
  | 'net'
  | 'averageTicketPrice'
  | 'averagePriceWithFees'
  | 'screenings'
  | 'sold'
  | 'refunded'
  | 'refundRate'
  | 'onlineShare'
  | 'onlineValueShare'
  | 'presale'
  | 'presaleShare'
  | 'scanned'
  | 'peoplePerScreening'
  | 'sites'
  | 'screeningsListed'
  | 'seatsOffered'
  | 'occupancy'
  | 'revenuePerSeatDay'
  | 'revenuePerAuditoriumDay'
  | 'completeness'
  | 'moneyShare'
  | 'admissionShare'
  | 'screeningShare'
  | 'seatShare'
  | 'efficiency'
  | 'lifetimeGross'
  | 'lifetimeAdmissions'
  | 'drop'

/** Metrics that are amounts; all others are numbers. */
export type MoneyMetricId =
  | 'gross'
  | 'fees'
  | 'grossWithFees'
  | 'net'
  | 'averageTicketPrice'
  | 'averagePriceWithFees'
  | 'revenuePerSeatDay'
  | 'revenuePerAuditoriumDay'
  | 'lifetimeGross'

export type DimensionId =
  | 'tradingDay'
  | 'weekday'
  | 'hour'
  | 'startsAt'
  | 'saleTime'
  | 'daysBefore'
  | 'film'
  | 'cinema'
  | 'auditorium'
  | 'screening'
  | 'releaseDay'
  | 'releaseWeek'
  | 'distributor'
  | 'format'
  | 'language'
  | 'ticketType'
  | 'channel'
  | 'territory'
  | 'currency'

export type Grain =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'

export type ComparisonId =
  | 'previous'
  | 'weekday'
  | 'year'
  | 'holiday'
  | 'releaseWeek'

/** A question. Film, cinema and auditorium are filtered by id, everything else as answered. */
export type Question = {
  readonly metrics: readonly MetricId[]
  readonly by?: readonly DimensionId[]
  readonly where?: Readonly<Partial<Record<DimensionId, readonly string[]>>>
  readonly whereNot?: Readonly<Partial<Record<DimensionId, readonly string[]>>>
  readonly from?: string
  readonly to?: string
  readonly grain?: Grain
  readonly soldBy?: string
  readonly compare?: readonly ComparisonId[]
  readonly peers?: readonly string[]
  readonly order?: { readonly of: MetricId | DimensionId | 'period'; readonly descending: boolean }
  readonly limit?: number
  readonly currency?: string
  readonly convert?: string
  readonly basis?: 'tickets' | `reported:${number}`
  readonly sample?: boolean
}

/** Everything around the rows of an answer. */
export type AnswerHead = {
  /** tickets, or reported: and the id of a source */
  readonly basis: string
  readonly sample: boolean
  readonly currency?: string
  readonly definitions: ReadonlyArray<{
    readonly id: MetricId
    readonly name: string
    readonly unit: "tickets" | "screenings" | "seats" | "sites" | "money" | "share" | "ratio" | "people" | "change"
    readonly meaning: string
  }>
  readonly comparisons?: ReadonlyArray<{
    readonly id: ComparisonId
    /** ISO date of a trading day */
    readonly from?: string
    /** ISO date of a trading day */
    readonly to?: string
    readonly holiday?: string
    readonly peers?: readonly string[]
    /** why there is none */
    readonly unavailable?: string
  }>
  readonly rates?: ReadonlyArray<{
    readonly from: string
    readonly to: string
    /** whole units of `to` for one of `from`, six places */
    readonly rate: string
    /** the day of that rate: the last that was needed */
    readonly day: string
    /** how many different days’ rates were used */
    readonly rates: number
    readonly source: string
  }>
  readonly freshness: {
    /** ISO instant, UTC */
    readonly asOf: string
    /** ISO instant, UTC */
    readonly through: string
    readonly lagMs: number
    readonly pending: number
  }
  readonly sites: {
    readonly expected: number
    readonly reporting: number
    readonly stale: readonly string[]
    readonly silent: readonly string[]
  }
  readonly sources: ReadonlyArray<{
    readonly id: number
    readonly name: string
    readonly kind: string
  }>
}

/** A figure on the wire: amounts are exact, a share is 0 to 1, what is not known is null. */
export type FigureOf<Metric extends MetricId> =
  | (Metric extends MoneyMetricId ? Money : number)
  | null

type Named = 'film' | 'cinema' | 'auditorium'
type Keys<Asked extends Question> = Asked['by'] extends readonly DimensionId[]
  ? Asked['by'][number]
  : never
type Figures<Asked extends Question> = {
  readonly [Metric in Asked['metrics'][number]]: FigureOf<Metric>
}

/** A row of the answer to a question: what it splits by, its period, its metrics, its comparisons. */
export type RowOf<Asked extends Question> = { readonly [Key in Keys<Asked>]: string } & {
  readonly [Key in Extract<Keys<Asked>, Named> as `${Key}Id`]: string
} & (Asked['grain'] extends Grain ? { readonly period: string } : unknown) &
  Figures<Asked> &
  (Asked['compare'] extends readonly ComparisonId[]
    ? {
        readonly compared: Readonly<Partial<Record<Asked['compare'][number], Figures<Asked>>>>
      }
    : unknown)

/** The answer to a question. */
export type AnswerTo<Asked extends Question> = AnswerHead & {
  readonly rows: readonly RowOf<Asked>[]
  /** Everything beyond `limit` as one row, and how many rows that was. */
  readonly others?: { readonly count: number; readonly row: Figures<Asked> }
  /** The same metrics over everything that the question covers. */
  readonly total: Figures<Asked>
  readonly question: Question
}

/** An answer of which it is not known what was asked. */
export type Answer = AnswerHead & {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly others?: { readonly count: number; readonly row: Readonly<Record<string, unknown>> }
  readonly total: Readonly<Record<string, unknown>>
  readonly question: Question
}

/** Every operation: what its address and body take, and what comes back. */
export type Operations = {
  /** The process runs. */
  readonly livez: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly live: true
    }
  }
  /** Both engines answer; 503 while one of them is away. */
  readonly readyz: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly ready: boolean
      readonly engines: {
        readonly store: {
          readonly up: true
        } | {
          readonly up: false
          readonly reason: string
          /** ISO instant, UTC */
          readonly since: string
        }
        readonly warehouse: {
          readonly up: true
        } | {
          readonly up: false
          readonly reason: string
          /** ISO instant, UTC */
          readonly since: string
        }
      }
    }
  }
  /** Organisations, cinemas and how their figures stand, engines, sample circuit. */
  readonly house: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly version: string
      /** ISO instant, UTC */
      readonly now: string
      readonly organisations: ReadonlyArray<{
        readonly id: string
        readonly name: string
        readonly sample: boolean
        /** ISO date of a trading day */
        readonly firstDay?: string
        /** ISO date of a trading day */
        readonly lastDay?: string
      }>
      readonly cinemas: ReadonlyArray<{
        readonly id: string
        readonly organisationId: string
        readonly name: string
        readonly timezone: string
        readonly currency: string
        readonly dayStartsAt: number
        readonly sample: boolean
        readonly state: "fresh" | "ageing" | "stale" | "silent" | "file"
        /** ISO instant, UTC */
        readonly heardAt?: string
        /** ISO date of a trading day */
        readonly tradingDay: string
        readonly minuteNow: number
        /** known here; where there are some, seats may be sold */
        readonly auditoria: number
      }>
      readonly engines: {
        readonly store: {
          readonly up: true
        } | {
          readonly up: false
          readonly reason: string
          /** ISO instant, UTC */
          readonly since: string
        }
        readonly warehouse: {
          readonly up: true
        } | {
          readonly up: false
          readonly reason: string
          /** ISO instant, UTC */
          readonly since: string
        }
      }
      readonly sample: {
        readonly state: "none" | "building" | "live" | "removing"
        /** 0 to 1 */
        readonly progress?: number
        readonly say?: string
      }
    }
  }
  /** Makes the sample circuit: a season of history, then sales as they happen. */
  readonly makeSample: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly state: "none" | "building" | "live" | "removing"
      /** 0 to 1 */
      readonly progress?: number
      readonly say?: string
    }
  }
  /** Removes the sample circuit and every figure of it; real ones are not touched. */
  readonly removeSample: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly state: "none" | "building" | "live" | "removing"
      /** 0 to 1 */
      readonly progress?: number
      readonly say?: string
    }
  }
  /** The metrics and dimensions that questions are made of, with their definitions. */
  readonly registry: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly metrics: ReadonlyArray<{
        readonly id: MetricId
        readonly name: string
        readonly unit: "tickets" | "screenings" | "seats" | "sites" | "money" | "share" | "ratio" | "people" | "change"
        readonly meaning: string
        readonly bases: ReadonlyArray<"tickets" | "reported">
      }>
      readonly dimensions: ReadonlyArray<{
        readonly id: DimensionId
        readonly name: string
        readonly expects: string
      }>
    }
  }
  /** Answers one question: `q` as JSON, or metrics, by, where, from, to … as parameters. */
  readonly ask: {
    readonly ids: undefined
    readonly query: Readonly<Record<string, string | readonly string[]>>
    readonly body: undefined
    readonly answer: Answer
  }
  /** How a question would be answered: tables, rows to be read, limits, SQL. */
  readonly planOf: {
    readonly ids: undefined
    readonly query: Readonly<Record<string, string | readonly string[]>>
    readonly body: undefined
    readonly answer: {
      readonly basis: string | "tickets"
      readonly reads: ReadonlyArray<{
        readonly table: string
        readonly rows: number
        readonly why: string
      }>
      readonly limits: {
        readonly secondsMax: number
        readonly memoryBytesMax: number
        readonly rowsReadMax: number
      }
      readonly sql: string
    }
  }
  /** What may be asked on: tickets, and each source of reported figures. */
  readonly bases: {
    readonly ids: undefined
    readonly query: { readonly sample?: string }
    readonly body: undefined
    readonly answer: {
      readonly bases: ReadonlyArray<{
        readonly basis: string | "tickets"
        readonly name: string
        /** ISO date of a trading day */
        readonly firstDay?: string
        /** ISO date of a trading day */
        readonly lastDay?: string
        readonly metrics: readonly MetricId[]
        readonly territories: readonly string[]
        readonly kinds: readonly string[]
      }>
    }
  }
  /** Answers up to 16 questions (`q` repeated), again whenever they change. */
  readonly askLive: {
    readonly ids: undefined
    readonly query: Readonly<Record<string, string | readonly string[]>>
    readonly body: undefined
    readonly events: {
      readonly answer: {
        readonly index: number
        readonly answer: Answer
      }
      readonly refused: {
        readonly index: number
        readonly problem: Problem
      }
      readonly pulse: {
        /** ISO instant, UTC */
        readonly now: string
        readonly engines: {
          readonly store: {
            readonly up: true
          } | {
            readonly up: false
            readonly reason: string
            /** ISO instant, UTC */
            readonly since: string
          }
          readonly warehouse: {
            readonly up: true
          } | {
            readonly up: false
            readonly reason: string
            /** ISO instant, UTC */
            readonly since: string
          }
        }
        readonly lagMs?: number
        readonly pending?: number
        readonly sample?: {
          readonly state: "none" | "building" | "live" | "removing"
          /** 0 to 1 */
          readonly progress?: number
          readonly say?: string
        }
        readonly cinemas?: ReadonlyArray<{
          readonly id: string
          readonly state: "fresh" | "ageing" | "stale" | "silent" | "file"
          /** ISO instant, UTC */
          readonly heardAt?: string
          /** ISO date of a trading day */
          readonly tradingDay: string
          readonly minuteNow: number
        }>
      }
      readonly house: {
        readonly sample: {
          readonly state: "none" | "building" | "live" | "removing"
          /** 0 to 1 */
          readonly progress?: number
          readonly say?: string
        }
      }
    }
  }
  /** The tickets that a question counts, latest screening first, page by page. */
  readonly ticketsBehind: {
    readonly ids: undefined
    readonly query: { readonly q: string; readonly after?: string; readonly limit?: number | string }
    readonly body: undefined
    readonly answer: {
      readonly tickets: ReadonlyArray<{
        /** ISO instant, UTC */
        readonly soldAt?: string
        /** ISO instant, UTC */
        readonly startsAt: string
        /** ISO date of a trading day */
        readonly tradingDay: string
        readonly film: string
        readonly filmId: string
        readonly cinema: string
        readonly cinemaId: string
        readonly auditorium: string
        readonly seat: string
        readonly ticketType: string
        readonly channel: string
        readonly payment: string
        readonly kind: "sale" | "refund"
        /** negative for a refund */
        readonly quantity: number
        readonly price: Money
        readonly fees: Money
        readonly source: string
      }>
      /** give it as `after` for the next page */
      readonly next?: string
      /** of all pages */
      readonly count: number
    }
  }
  /** What a filter on a dimension can choose from, most admissions first. */
  readonly values: {
    readonly ids: undefined
    readonly query: { readonly dimension: "tradingDay" | "weekday" | "hour" | "startsAt" | "saleTime" | "daysBefore" | "film" | "cinema" | "auditorium" | "screening" | "releaseDay" | "releaseWeek" | "distributor" | "format" | "language" | "ticketType" | "channel" | "territory" | "currency"; readonly search?: string; readonly q?: string }
    readonly body: undefined
    readonly answer: {
      readonly values: ReadonlyArray<{
        readonly value: string
        readonly name: string
        readonly admissions: number
      }>
    }
  }
  /** What is known of a film beside its figures. */
  readonly filmRun: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly distributor?: string
      readonly year?: number
      readonly rating?: string
      readonly runtimeMinutes?: number
      readonly formats: readonly string[]
      /** ISO date of a trading day */
      readonly opensOn?: string
      /** ISO date of a trading day */
      readonly firstDay?: string
      /** ISO date of a trading day */
      readonly lastDay?: string
      readonly cinemas: number
      readonly spellings: ReadonlyArray<{
        readonly title: string
        readonly organisation: string
      }>
      /** one we play, not only one that others report */
      readonly ours: boolean
    }
  }
  /** Answers one question as CSV, Excel, Parquet or Arrow, of up to 1000000 rows. */
  readonly answerFile: {
    readonly ids: undefined
    readonly query: { readonly q: string; readonly format: "csv" | "xlsx" | "parquet" | "arrow"; readonly lang?: "en" | "zh"; readonly bom?: "true" | "false" }
    readonly body: undefined
    readonly file: true
  }
  /** Every ticket that a question counts, a row each, as a file of up to 1000000 rows. */
  readonly ticketFile: {
    readonly ids: undefined
    readonly query: { readonly q: string; readonly format: "csv" | "xlsx" | "parquet" | "arrow"; readonly lang?: "en" | "zh"; readonly bom?: "true" | "false" }
    readonly body: undefined
    readonly file: true
  }
  /** A client of this very server in TypeScript: one file without dependencies. */
  readonly clientSource: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly file: true
  }
  /** Prints a page of the console as it stands on a screen, its filters in words above it. */
  readonly viewPdf: {
    readonly ids: undefined
    readonly query: { readonly path: string; readonly lang?: "en" | "zh"; readonly theme?: "light" | "dark" }
    readonly body: undefined
    readonly file: true
  }
  /** Answers one question as the picture of a chart, with title, filters and freshness. */
  readonly answerChart: {
    readonly ids: undefined
    readonly query: { readonly q: string; readonly kind?: "line" | "bar" | "stacked" | "stackedShare" | "heat" | "scatter" | "map" | "seats" | "table"; readonly metric?: "admissions" | "paid" | "complimentary" | "gross" | "fees" | "grossWithFees" | "net" | "averageTicketPrice" | "averagePriceWithFees" | "screenings" | "sold" | "refunded" | "refundRate" | "onlineShare" | "onlineValueShare" | "presale" | "presaleShare" | "scanned" | "peoplePerScreening" | "sites" | "screeningsListed" | "seatsOffered" | "occupancy" | "revenuePerSeatDay" | "revenuePerAuditoriumDay" | "completeness" | "moneyShare" | "admissionShare" | "screeningShare" | "seatShare" | "efficiency" | "lifetimeGross" | "lifetimeAdmissions" | "drop"; readonly format?: "svg" | "png"; readonly lang?: "en" | "zh"; readonly theme?: "light" | "dark"; readonly width?: number | string; readonly height?: number | string }
    readonly body: undefined
    readonly file: true
  }
  /** Where cinemas are, as files of sites say; those that no file places are left out. */
  readonly cinemaPlaces: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly places: ReadonlyArray<{
        readonly cinemaId: string
        readonly latitude: number
        readonly longitude: number
      }>
    }
  }
  /** What happened in these days: openings, holidays, outages, price changes and notes. */
  readonly annotations: {
    readonly ids: undefined
    readonly query: { readonly from: string; readonly to: string; readonly cinema?: string; readonly film?: string; readonly basis?: string; readonly territory?: string; readonly sample?: "true" | "false" }
    readonly body: undefined
    readonly answer: {
      /** the most important first */
      readonly annotations: ReadonlyArray<{
        /** of a note: by it, it is taken away */
        readonly id?: string
        readonly kind: "opening" | "holiday" | "outage" | "price" | "note"
        readonly by: "house" | "hand"
        /** ISO date of a trading day */
        readonly from: string
        /** the last day, where there are several */
        readonly to?: string
        /** the note, or the name of the film, holiday, cinema, source or price card */
        readonly text: string
        /** how many more of the kind stand with it */
        readonly more?: number
        /** since when a cinema is silent */
        readonly since?: string
        readonly film?: string
        readonly cinema?: string
      }>
    }
  }
  /** Writes a note beside the figures of some days. */
  readonly addNote: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly from: string
      /** the same day unless said */
      readonly to?: string
      readonly text: string
      /** the film it is about */
      readonly film?: string
      /** the cinema it is about */
      readonly cinema?: string
      /** whose note it is, where it is about neither */
      readonly organisation?: string
    }
    readonly answer: {
      /** of a note: by it, it is taken away */
      readonly id?: string
      readonly kind: "opening" | "holiday" | "outage" | "price" | "note"
      readonly by: "house" | "hand"
      /** ISO date of a trading day */
      readonly from: string
      /** the last day, where there are several */
      readonly to?: string
      /** the note, or the name of the film, holiday, cinema, source or price card */
      readonly text: string
      /** how many more of the kind stand with it */
      readonly more?: number
      /** since when a cinema is silent */
      readonly since?: string
      readonly film?: string
      readonly cinema?: string
    }
  }
  /** Takes a note away; the answer is the note, so that it can be written again. */
  readonly removeNote: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      /** of a note: by it, it is taken away */
      readonly id?: string
      readonly kind: "opening" | "holiday" | "outage" | "price" | "note"
      readonly by: "house" | "hand"
      /** ISO date of a trading day */
      readonly from: string
      /** the last day, where there are several */
      readonly to?: string
      /** the note, or the name of the film, holiday, cinema, source or price card */
      readonly text: string
      /** how many more of the kind stand with it */
      readonly more?: number
      /** since when a cinema is silent */
      readonly since?: string
      readonly film?: string
      readonly cinema?: string
    }
  }
  /** Pages that were saved under a name, by name. */
  readonly savedViews: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      /** by name */
      readonly views: ReadonlyArray<{
        readonly id: string
        readonly organisationId: string
        readonly name: string
        /** path of the page, such as /explore */
        readonly page: string
        /** what stands behind the question mark of its address */
        readonly search: string
        /** ISO instant, UTC */
        readonly madeAt: string
      }>
    }
  }
  /** Saves a page of the console, as its address says it, under a name. */
  readonly saveView: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly name: string
      readonly page: string
      readonly search?: string
      /** whose view it is; the first one’s unless said */
      readonly organisation?: string
    }
    readonly answer: {
      readonly id: string
      readonly organisationId: string
      readonly name: string
      /** path of the page, such as /explore */
      readonly page: string
      /** what stands behind the question mark of its address */
      readonly search: string
      /** ISO instant, UTC */
      readonly madeAt: string
    }
  }
  /** Renames a saved view, or lets it show another page. */
  readonly changeSavedView: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly name?: string
      /** another page; its search is empty unless said */
      readonly page?: string
      readonly search?: string
    }
    readonly answer: {
      readonly id: string
      readonly organisationId: string
      readonly name: string
      /** path of the page, such as /explore */
      readonly page: string
      /** what stands behind the question mark of its address */
      readonly search: string
      /** ISO instant, UTC */
      readonly madeAt: string
    }
  }
  /** Takes a saved view away; the answer is the view, so that it can be saved again. */
  readonly removeSavedView: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly organisationId: string
      readonly name: string
      /** path of the page, such as /explore */
      readonly page: string
      /** what stands behind the question mark of its address */
      readonly search: string
      /** ISO instant, UTC */
      readonly madeAt: string
    }
  }
  /** Keeps a file, sent as the body, and says what it looks like; imports nothing yet. */
  readonly giveFile: {
    readonly ids: undefined
    readonly query: { readonly fileName: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly fileName: string
      readonly bytes: number
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      readonly header: readonly string[]
      readonly firstRows: ReadonlyArray<readonly string[]>
      /** what of the file could be read instead */
      readonly tables: ReadonlyArray<{
        readonly member?: string
        readonly sheet?: string
        readonly path?: string
        readonly label: string
      }>
      readonly layout?: {
        readonly id: string
        readonly name: string
        readonly about: "cinema" | "territory" | "nothing"
      }
      readonly mapping?: {
        readonly id: string
        readonly name: string
        readonly about: "cinema" | "territory" | "nothing"
      }
      readonly say?: string
    }
  }
  /** What a kept file looks like, read as it would be by itself or as wished. */
  readonly fileById: {
    readonly ids: { readonly id: string }
    readonly query: { readonly compression?: "gzip" | "zip"; readonly member?: string; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"; readonly separator?: string; readonly headerLine?: number | string; readonly sheet?: string; readonly path?: string; readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet" }
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly fileName: string
      readonly bytes: number
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      readonly header: readonly string[]
      readonly firstRows: ReadonlyArray<readonly string[]>
      /** what of the file could be read instead */
      readonly tables: ReadonlyArray<{
        readonly member?: string
        readonly sheet?: string
        readonly path?: string
        readonly label: string
      }>
      readonly layout?: {
        readonly id: string
        readonly name: string
        readonly about: "cinema" | "territory" | "nothing"
      }
      readonly mapping?: {
        readonly id: string
        readonly name: string
        readonly about: "cinema" | "territory" | "nothing"
      }
      readonly say?: string
    }
  }
  /** What an import would do with each row, without doing it. */
  readonly tryImport: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly fileId: string
      /** of a file that is one cinema’s */
      readonly cinema?: string
      /** IANA name; may be left out for a cinema that is known */
      readonly timezone?: string
      /** ISO 4217; likewise */
      readonly currency?: string
      /** ISO 3166, of a file that is about a country */
      readonly territory?: string
      /** only where the file should not be recognised by content */
      readonly layout?: string
      /** a saved mapping */
      readonly mappingId?: string
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      /** a mapping as YAML */
      readonly mappingText?: string
    }
    readonly answer: {
      readonly read: number
      readonly accepted: number
      readonly duplicate: number
      readonly quarantined: number
      readonly empty: number
      readonly corrected: number
      /** facts that stand and the whole file lacks: they would be taken back */
      readonly missing: number
      readonly firstRows: ReadonlyArray<{
        readonly line: number
        readonly fate: "new" | "corrects" | "duplicate" | "quarantined" | "empty"
        readonly say?: string
        readonly raw: string
        readonly facts: ReadonlyArray<Readonly<Record<string, string>>>
      }>
      readonly firstQuarantined: ReadonlyArray<{
        readonly line: number
        readonly fate: "new" | "corrects" | "duplicate" | "quarantined" | "empty"
        readonly say?: string
        readonly raw: string
        readonly facts: ReadonlyArray<Readonly<Record<string, string>>>
      }>
      /** only the first rows of a long file were tried */
      readonly partly: boolean
    }
  }
  /** Imports a kept file; goes on in the background. */
  readonly startImport: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly fileId: string
      /** of a file that is one cinema’s */
      readonly cinema?: string
      /** IANA name; may be left out for a cinema that is known */
      readonly timezone?: string
      /** ISO 4217; likewise */
      readonly currency?: string
      /** ISO 3166, of a file that is about a country */
      readonly territory?: string
      /** only where the file should not be recognised by content */
      readonly layout?: string
      /** a saved mapping */
      readonly mappingId?: string
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
    }
    readonly answer: {
      readonly id: string
      readonly state: "reading" | "done" | "failed" | "undoing" | "undone"
      readonly fileName: string
      readonly bytes: number
      readonly bytesRead: number
      readonly layout: {
        readonly id: string
        readonly name: string
      }
      readonly mappingId?: string
      readonly sourceId: string
      readonly source: string
      /** ticket, box_office, screening, concession … */
      readonly table: string
      readonly cinemaId?: string
      readonly cinema?: string
      readonly territory?: string
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      /** ISO instant, UTC */
      readonly createdAt: string
      /** ISO instant, UTC */
      readonly finishedAt?: string
      readonly say?: string
      readonly corrected: number
      readonly withdrawn: number
      readonly withdrawalDue: boolean
      /** rows in quarantine that nobody has settled */
      readonly waiting: number
      readonly totals: ReadonlyArray<{
        readonly measure: string
        readonly currency?: string
        readonly value: string
      }>
      readonly admissions?: number
      readonly gross?: Money
      /** ISO date of a trading day */
      readonly firstDay?: string
      /** ISO date of a trading day */
      readonly lastDay?: string
      readonly read: number
      readonly accepted: number
      readonly duplicate: number
      readonly quarantined: number
      readonly empty: number
    }
  }
  /** The newest 100 imports. */
  readonly imports: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly imports: ReadonlyArray<{
        readonly id: string
        readonly state: "reading" | "done" | "failed" | "undoing" | "undone"
        readonly fileName: string
        readonly bytes: number
        readonly bytesRead: number
        readonly layout: {
          readonly id: string
          readonly name: string
        }
        readonly mappingId?: string
        readonly sourceId: string
        readonly source: string
        /** ticket, box_office, screening, concession … */
        readonly table: string
        readonly cinemaId?: string
        readonly cinema?: string
        readonly territory?: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        /** ISO instant, UTC */
        readonly createdAt: string
        /** ISO instant, UTC */
        readonly finishedAt?: string
        readonly say?: string
        readonly corrected: number
        readonly withdrawn: number
        readonly withdrawalDue: boolean
        /** rows in quarantine that nobody has settled */
        readonly waiting: number
        readonly totals: ReadonlyArray<{
          readonly measure: string
          readonly currency?: string
          readonly value: string
        }>
        readonly admissions?: number
        readonly gross?: Money
        /** ISO date of a trading day */
        readonly firstDay?: string
        /** ISO date of a trading day */
        readonly lastDay?: string
        readonly read: number
        readonly accepted: number
        readonly duplicate: number
        readonly quarantined: number
        readonly empty: number
      }>
    }
  }
  /** One import: how far it is, and the fate of every row. */
  readonly importById: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly state: "reading" | "done" | "failed" | "undoing" | "undone"
      readonly fileName: string
      readonly bytes: number
      readonly bytesRead: number
      readonly layout: {
        readonly id: string
        readonly name: string
      }
      readonly mappingId?: string
      readonly sourceId: string
      readonly source: string
      /** ticket, box_office, screening, concession … */
      readonly table: string
      readonly cinemaId?: string
      readonly cinema?: string
      readonly territory?: string
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      /** ISO instant, UTC */
      readonly createdAt: string
      /** ISO instant, UTC */
      readonly finishedAt?: string
      readonly say?: string
      readonly corrected: number
      readonly withdrawn: number
      readonly withdrawalDue: boolean
      /** rows in quarantine that nobody has settled */
      readonly waiting: number
      readonly totals: ReadonlyArray<{
        readonly measure: string
        readonly currency?: string
        readonly value: string
      }>
      readonly admissions?: number
      readonly gross?: Money
      /** ISO date of a trading day */
      readonly firstDay?: string
      /** ISO date of a trading day */
      readonly lastDay?: string
      readonly read: number
      readonly accepted: number
      readonly duplicate: number
      readonly quarantined: number
      readonly empty: number
    }
  }
  /** What an import put in another’s place or took back, and what it left out. */
  readonly importChanges: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly changes: ReadonlyArray<{
        readonly line?: number
        readonly before: Readonly<Record<string, string>>
        readonly after?: Readonly<Record<string, string>>
      }>
      readonly notes: ReadonlyArray<{
        readonly line: number
        readonly say: string
      }>
    }
  }
  /** Undoes a whole import, as if its file had never been given; goes on in the background. */
  readonly undoImport: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly state: "reading" | "done" | "failed" | "undoing" | "undone"
      readonly fileName: string
      readonly bytes: number
      readonly bytesRead: number
      readonly layout: {
        readonly id: string
        readonly name: string
      }
      readonly mappingId?: string
      readonly sourceId: string
      readonly source: string
      /** ticket, box_office, screening, concession … */
      readonly table: string
      readonly cinemaId?: string
      readonly cinema?: string
      readonly territory?: string
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      /** ISO instant, UTC */
      readonly createdAt: string
      /** ISO instant, UTC */
      readonly finishedAt?: string
      readonly say?: string
      readonly corrected: number
      readonly withdrawn: number
      readonly withdrawalDue: boolean
      /** rows in quarantine that nobody has settled */
      readonly waiting: number
      readonly totals: ReadonlyArray<{
        readonly measure: string
        readonly currency?: string
        readonly value: string
      }>
      readonly admissions?: number
      readonly gross?: Money
      /** ISO date of a trading day */
      readonly firstDay?: string
      /** ISO date of a trading day */
      readonly lastDay?: string
      readonly read: number
      readonly accepted: number
      readonly duplicate: number
      readonly quarantined: number
      readonly empty: number
    }
  }
  /** The progress of one import, until it is done or has failed. */
  readonly importLive: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly events: {
      readonly import: {
        readonly id: string
        readonly state: "reading" | "done" | "failed" | "undoing" | "undone"
        readonly fileName: string
        readonly bytes: number
        readonly bytesRead: number
        readonly layout: {
          readonly id: string
          readonly name: string
        }
        readonly mappingId?: string
        readonly sourceId: string
        readonly source: string
        /** ticket, box_office, screening, concession … */
        readonly table: string
        readonly cinemaId?: string
        readonly cinema?: string
        readonly territory?: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        /** ISO instant, UTC */
        readonly createdAt: string
        /** ISO instant, UTC */
        readonly finishedAt?: string
        readonly say?: string
        readonly corrected: number
        readonly withdrawn: number
        readonly withdrawalDue: boolean
        /** rows in quarantine that nobody has settled */
        readonly waiting: number
        readonly totals: ReadonlyArray<{
          readonly measure: string
          readonly currency?: string
          readonly value: string
        }>
        readonly admissions?: number
        readonly gross?: Money
        /** ISO date of a trading day */
        readonly firstDay?: string
        /** ISO date of a trading day */
        readonly lastDay?: string
        readonly read: number
        readonly accepted: number
        readonly duplicate: number
        readonly quarantined: number
        readonly empty: number
      }
    }
  }
  /** The first 200 pairs that may be one film or cinema: open ones by money at stake, decided ones the newest first. */
  readonly matches: {
    readonly ids: undefined
    readonly query: { readonly kind?: "film" | "cinema"; readonly state?: "open" | "made" | "undone" }
    readonly body: undefined
    readonly answer: {
      readonly matches: ReadonlyArray<{
        readonly id: string
        readonly kind: "film" | "cinema"
        readonly left: {
          readonly id: string
          readonly name: string
          /** the source’s own code where one title may be two */
          readonly toldApart?: string
          /** its title in another language or writing */
          readonly otherName?: string
          readonly city?: string
          /** known from others’ figures only */
          readonly reported: boolean
          readonly sources: readonly string[]
          /** ISO date */
          readonly firstDay?: string
          /** ISO date */
          readonly lastDay?: string
          /** one amount a currency: our own tickets, else the most that one source reports */
          readonly gross: readonly Money[]
          readonly year?: number
          readonly distributor?: string
        }
        readonly right: {
          readonly id: string
          readonly name: string
          /** the source’s own code where one title may be two */
          readonly toldApart?: string
          /** its title in another language or writing */
          readonly otherName?: string
          readonly city?: string
          /** known from others’ figures only */
          readonly reported: boolean
          readonly sources: readonly string[]
          /** ISO date */
          readonly firstDay?: string
          /** ISO date */
          readonly lastDay?: string
          /** one amount a currency: our own tickets, else the most that one source reports */
          readonly gross: readonly Money[]
          readonly year?: number
          readonly distributor?: string
        }
        /** how sure it is that the two are the same, 0 to 1 */
        readonly score: number
        readonly evidence: ReadonlyArray<{
          readonly say: string
          readonly speaks: "for" | "against"
        }>
        readonly state: "open" | "made" | "undone"
        readonly verdict?: "same" | "different"
        readonly how?: "automatic" | "by_hand"
        /** ISO instant, UTC */
        readonly madeAt?: string
      }>
      /** how many there are, shown or not */
      readonly total: number
    }
  }
  /** Looks for films and cinemas that are one; certain ones are made so, doubtful ones wait. */
  readonly runMatching: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly films: number
      readonly cinemas: number
      /** automatic decisions made by this run */
      readonly made: number
      /** automatic decisions that no longer hold */
      readonly withdrawn: number
      /** pairs that wait for a verdict now */
      readonly open: number
      readonly milliseconds: number
    }
  }
  /** Decides that a pair is the same or different; it holds until it is undone. */
  readonly decideMatch: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly verdict: "same" | "different"
    }
    readonly answer: {
      readonly id: string
      readonly kind: "film" | "cinema"
      readonly left: {
        readonly id: string
        readonly name: string
        /** the source’s own code where one title may be two */
        readonly toldApart?: string
        /** its title in another language or writing */
        readonly otherName?: string
        readonly city?: string
        /** known from others’ figures only */
        readonly reported: boolean
        readonly sources: readonly string[]
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
        /** one amount a currency: our own tickets, else the most that one source reports */
        readonly gross: readonly Money[]
        readonly year?: number
        readonly distributor?: string
      }
      readonly right: {
        readonly id: string
        readonly name: string
        /** the source’s own code where one title may be two */
        readonly toldApart?: string
        /** its title in another language or writing */
        readonly otherName?: string
        readonly city?: string
        /** known from others’ figures only */
        readonly reported: boolean
        readonly sources: readonly string[]
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
        /** one amount a currency: our own tickets, else the most that one source reports */
        readonly gross: readonly Money[]
        readonly year?: number
        readonly distributor?: string
      }
      /** how sure it is that the two are the same, 0 to 1 */
      readonly score: number
      readonly evidence: ReadonlyArray<{
        readonly say: string
        readonly speaks: "for" | "against"
      }>
      readonly state: "open" | "made" | "undone"
      readonly verdict?: "same" | "different"
      readonly how?: "automatic" | "by_hand"
      /** ISO instant, UTC */
      readonly madeAt?: string
    }
  }
  /** Undoes what was decided of a pair; it is not proposed again. */
  readonly undoMatch: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly kind: "film" | "cinema"
      readonly left: {
        readonly id: string
        readonly name: string
        /** the source’s own code where one title may be two */
        readonly toldApart?: string
        /** its title in another language or writing */
        readonly otherName?: string
        readonly city?: string
        /** known from others’ figures only */
        readonly reported: boolean
        readonly sources: readonly string[]
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
        /** one amount a currency: our own tickets, else the most that one source reports */
        readonly gross: readonly Money[]
        readonly year?: number
        readonly distributor?: string
      }
      readonly right: {
        readonly id: string
        readonly name: string
        /** the source’s own code where one title may be two */
        readonly toldApart?: string
        /** its title in another language or writing */
        readonly otherName?: string
        readonly city?: string
        /** known from others’ figures only */
        readonly reported: boolean
        readonly sources: readonly string[]
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
        /** one amount a currency: our own tickets, else the most that one source reports */
        readonly gross: readonly Money[]
        readonly year?: number
        readonly distributor?: string
      }
      /** how sure it is that the two are the same, 0 to 1 */
      readonly score: number
      readonly evidence: ReadonlyArray<{
        readonly say: string
        readonly speaks: "for" | "against"
      }>
      readonly state: "open" | "made" | "undone"
      readonly verdict?: "same" | "different"
      readonly how?: "automatic" | "by_hand"
      /** ISO instant, UTC */
      readonly madeAt?: string
    }
  }
  /** Rows in quarantine as they came, 500 at a time, with the reason. */
  readonly quarantine: {
    readonly ids: { readonly id: string }
    readonly query: { readonly state?: "waiting" | "corrected" | "set_aside"; readonly reason?: string; readonly after?: number | string }
    readonly body: undefined
    readonly answer: {
      readonly rows: ReadonlyArray<{
        readonly line: number
        readonly reason: "amount_unreadable" | "amounts_disagree" | "bytes_not_text" | "cinema_missing" | "columns_wrong" | "contract_broken" | "currency_unknown" | "file_broken" | "moment_skipped" | "moment_unreadable" | "name_too_long" | "number_unreadable" | "over_capacity" | "quantity_unreadable" | "quote_broken" | "row_too_long" | "title_missing" | "value_missing" | "value_unknown" | "year_absurd" | "zone_unknown"
        readonly say: string
        readonly raw: string
        readonly cells?: readonly string[]
        readonly state: "waiting" | "corrected" | "set_aside"
        readonly correctedCells?: readonly string[]
      }>
      /** the columns of the file, for the cells */
      readonly header: readonly string[]
      readonly waiting: number
      readonly byReason: ReadonlyArray<{
        readonly reason: "amount_unreadable" | "amounts_disagree" | "bytes_not_text" | "cinema_missing" | "columns_wrong" | "contract_broken" | "currency_unknown" | "file_broken" | "moment_skipped" | "moment_unreadable" | "name_too_long" | "number_unreadable" | "over_capacity" | "quantity_unreadable" | "quote_broken" | "row_too_long" | "title_missing" | "value_missing" | "value_unknown" | "year_absurd" | "zone_unknown"
        readonly rows: number
      }>
    }
  }
  /** Corrects a row in quarantine so that it counts, or sets it aside. */
  readonly mendRow: {
    readonly ids: { readonly id: string; readonly line: string }
    readonly query: undefined
    readonly body: {
      readonly cells: readonly string[]
    } | {
      readonly setAside: true
    }
    readonly answer: {
      readonly id: string
      readonly state: "reading" | "done" | "failed" | "undoing" | "undone"
      readonly fileName: string
      readonly bytes: number
      readonly bytesRead: number
      readonly layout: {
        readonly id: string
        readonly name: string
      }
      readonly mappingId?: string
      readonly sourceId: string
      readonly source: string
      /** ticket, box_office, screening, concession … */
      readonly table: string
      readonly cinemaId?: string
      readonly cinema?: string
      readonly territory?: string
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      /** ISO instant, UTC */
      readonly createdAt: string
      /** ISO instant, UTC */
      readonly finishedAt?: string
      readonly say?: string
      readonly corrected: number
      readonly withdrawn: number
      readonly withdrawalDue: boolean
      /** rows in quarantine that nobody has settled */
      readonly waiting: number
      readonly totals: ReadonlyArray<{
        readonly measure: string
        readonly currency?: string
        readonly value: string
      }>
      readonly admissions?: number
      readonly gross?: Money
      /** ISO date of a trading day */
      readonly firstDay?: string
      /** ISO date of a trading day */
      readonly lastDay?: string
      readonly read: number
      readonly accepted: number
      readonly duplicate: number
      readonly quarantined: number
      readonly empty: number
    }
  }
  /** Mends every waiting row that a rule touches, and rows of later files of the source. */
  readonly mendByRule: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly column: string
      readonly find: string
      /** the whole cell reads so, not a part of it */
      readonly whole: boolean
      readonly replaceWith: string
    }
    readonly answer: {
      readonly settled: number
      readonly left: ReadonlyArray<{
        readonly line: number
        readonly say: string
      }>
    }
  }
  /** Reads every waiting row again as it stands. */
  readonly retryQuarantine: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly settled: number
      readonly left: ReadonlyArray<{
        readonly line: number
        readonly say: string
      }>
    }
  }
  /** The kinds of files that are known by their content. */
  readonly layouts: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly layouts: ReadonlyArray<{
        readonly id: string
        readonly name: string
        readonly table: string
        /** that it needs */
        readonly columns: readonly string[]
      }>
    }
  }
  /** Proposes how a kept file might be read, and asks what nothing settles. */
  readonly proposeMapping: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly fileId: string
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      /** where the rows are known to be of one table */
      readonly table?: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
      /** the cinema whose file it is, where it is known */
      readonly cinema?: string
      readonly currency?: string
      readonly timezone?: string
      readonly territory?: string
    }
    readonly answer: {
      readonly mapping: {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly table: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
        readonly about?: "cinema" | "territory"
        /** ISO 4217; absent: the cinema’s */
        readonly currency?: string
        /** IANA name; absent: the cinema’s */
        readonly timezone?: string
        /** or the key */
        readonly rows: "counted" | ReadonlyArray<"film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut">
        readonly scope: "part" | "span" | "days" | "all"
        readonly columns: ReadonlyArray<{
          readonly column: string
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
          readonly era?: "buddhist"
          readonly zone?: string
          readonly decimal?: "." | ","
          readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
          readonly words?: ReadonlyArray<{
            readonly cell: string
            readonly means: string
          }>
        }>
        /** columns left out on purpose */
        readonly ignore?: readonly string[]
        readonly constants: ReadonlyArray<{
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly value: string
        }>
        readonly empty: ReadonlyArray<{
          readonly rule: string
          readonly blank?: readonly string[]
          readonly column?: string
          readonly is?: readonly string[]
        }>
      } | {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly layout: string
        readonly rename: ReadonlyArray<{
          readonly column: string
          readonly was: string
        }>
      }
      readonly text: string
      /** of facts */
      readonly table: string
      readonly looksLike: string
      readonly columns: ReadonlyArray<{
        readonly column: string
        readonly confidence: "sure" | "likely" | "asked" | "left_out"
        readonly rule?: {
          readonly column: string
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
          readonly era?: "buddhist"
          readonly zone?: string
          readonly decimal?: "." | ","
          readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
          readonly words?: ReadonlyArray<{
            readonly cell: string
            readonly means: string
          }>
        }
        readonly first: string
        readonly reads: string
        readonly shown?: string
        readonly question?: {
          readonly about: "column" | "table" | "currency" | "timezone" | "territory" | "period" | "day"
          readonly ask: string
          readonly choices: ReadonlyArray<{
            readonly say: string
            readonly shows?: string
            readonly rule?: {
              readonly column: string
              readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
              readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
              readonly era?: "buddhist"
              readonly zone?: string
              readonly decimal?: "." | ","
              readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
              readonly words?: ReadonlyArray<{
                readonly cell: string
                readonly means: string
              }>
            }
            readonly value?: string
            readonly constant?: {
              readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
              readonly value: string
            }
          }>
        }
      }>
      readonly questions: ReadonlyArray<{
        readonly about: "column" | "table" | "currency" | "timezone" | "territory" | "period" | "day"
        readonly ask: string
        readonly choices: ReadonlyArray<{
          readonly say: string
          readonly shows?: string
          readonly rule?: {
            readonly column: string
            readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
            readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
            readonly era?: "buddhist"
            readonly zone?: string
            readonly decimal?: "." | ","
            readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
            readonly words?: ReadonlyArray<{
              readonly cell: string
              readonly means: string
            }>
          }
          readonly value?: string
          readonly constant?: {
            readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
            readonly value: string
          }
        }>
      }>
      readonly counts: {
        readonly read: number
        readonly leftOut: number
        readonly asked: number
      }
    }
  }
  /** The first rows of a kept file as a mapping reads them; nothing is written. */
  readonly previewMapping: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly fileId: string
      /** the mapping as YAML… */
      readonly text?: string
      /** …or as JSON */
      readonly mapping?: {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly table: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
        readonly about?: "cinema" | "territory"
        /** ISO 4217; absent: the cinema’s */
        readonly currency?: string
        /** IANA name; absent: the cinema’s */
        readonly timezone?: string
        /** or the key */
        readonly rows: "counted" | ReadonlyArray<"film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut">
        readonly scope: "part" | "span" | "days" | "all"
        readonly columns: ReadonlyArray<{
          readonly column: string
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
          readonly era?: "buddhist"
          readonly zone?: string
          readonly decimal?: "." | ","
          readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
          readonly words?: ReadonlyArray<{
            readonly cell: string
            readonly means: string
          }>
        }>
        /** columns left out on purpose */
        readonly ignore?: readonly string[]
        readonly constants: ReadonlyArray<{
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly value: string
        }>
        readonly empty: ReadonlyArray<{
          readonly rule: string
          readonly blank?: readonly string[]
          readonly column?: string
          readonly is?: readonly string[]
        }>
      } | {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly layout: string
        readonly rename: ReadonlyArray<{
          readonly column: string
          readonly was: string
        }>
      }
      readonly cinema?: string
      readonly currency?: string
      readonly timezone?: string
      readonly territory?: string
    }
    readonly answer: {
      readonly mapping: {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly table: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
        readonly about?: "cinema" | "territory"
        /** ISO 4217; absent: the cinema’s */
        readonly currency?: string
        /** IANA name; absent: the cinema’s */
        readonly timezone?: string
        /** or the key */
        readonly rows: "counted" | ReadonlyArray<"film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut">
        readonly scope: "part" | "span" | "days" | "all"
        readonly columns: ReadonlyArray<{
          readonly column: string
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
          readonly era?: "buddhist"
          readonly zone?: string
          readonly decimal?: "." | ","
          readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
          readonly words?: ReadonlyArray<{
            readonly cell: string
            readonly means: string
          }>
        }>
        /** columns left out on purpose */
        readonly ignore?: readonly string[]
        readonly constants: ReadonlyArray<{
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly value: string
        }>
        readonly empty: ReadonlyArray<{
          readonly rule: string
          readonly blank?: readonly string[]
          readonly column?: string
          readonly is?: readonly string[]
        }>
      } | {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly layout: string
        readonly rename: ReadonlyArray<{
          readonly column: string
          readonly was: string
        }>
      }
      readonly text: string
      readonly header: readonly string[]
      readonly fields: ReadonlyArray<{
        readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
        readonly label: string
      }>
      readonly rows: ReadonlyArray<{
        readonly line: number
        readonly fate: "row" | "empty" | "quarantined"
        readonly say?: string
        readonly notes: readonly string[]
        /** per field, as it will be read */
        readonly cells: ReadonlyArray<{
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly shown: string
          readonly cell: string
        }>
      }>
      readonly counts: {
        readonly read: number
        readonly row: number
        readonly empty: number
        readonly quarantined: number
      }
    }
  }
  /** Saves a mapping as the next version of its name; the same again changes nothing. */
  readonly saveMapping: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      /** YAML… */
      readonly text?: string
      /** …or JSON */
      readonly mapping?: {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly table: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
        readonly about?: "cinema" | "territory"
        /** ISO 4217; absent: the cinema’s */
        readonly currency?: string
        /** IANA name; absent: the cinema’s */
        readonly timezone?: string
        /** or the key */
        readonly rows: "counted" | ReadonlyArray<"film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut">
        readonly scope: "part" | "span" | "days" | "all"
        readonly columns: ReadonlyArray<{
          readonly column: string
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
          readonly era?: "buddhist"
          readonly zone?: string
          readonly decimal?: "." | ","
          readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
          readonly words?: ReadonlyArray<{
            readonly cell: string
            readonly means: string
          }>
        }>
        /** columns left out on purpose */
        readonly ignore?: readonly string[]
        readonly constants: ReadonlyArray<{
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly value: string
        }>
        readonly empty: ReadonlyArray<{
          readonly rule: string
          readonly blank?: readonly string[]
          readonly column?: string
          readonly is?: readonly string[]
        }>
      } | {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly layout: string
        readonly rename: ReadonlyArray<{
          readonly column: string
          readonly was: string
        }>
      }
    }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly version: number
      readonly table?: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
      readonly layout?: string
      /** of the file, that it needs */
      readonly columns: readonly string[]
      readonly madeAt: string
      /** YAML */
      readonly text: string
      readonly mapping: {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly table: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
        readonly about?: "cinema" | "territory"
        /** ISO 4217; absent: the cinema’s */
        readonly currency?: string
        /** IANA name; absent: the cinema’s */
        readonly timezone?: string
        /** or the key */
        readonly rows: "counted" | ReadonlyArray<"film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut">
        readonly scope: "part" | "span" | "days" | "all"
        readonly columns: ReadonlyArray<{
          readonly column: string
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
          readonly era?: "buddhist"
          readonly zone?: string
          readonly decimal?: "." | ","
          readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
          readonly words?: ReadonlyArray<{
            readonly cell: string
            readonly means: string
          }>
        }>
        /** columns left out on purpose */
        readonly ignore?: readonly string[]
        readonly constants: ReadonlyArray<{
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly value: string
        }>
        readonly empty: ReadonlyArray<{
          readonly rule: string
          readonly blank?: readonly string[]
          readonly column?: string
          readonly is?: readonly string[]
        }>
      } | {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly layout: string
        readonly rename: ReadonlyArray<{
          readonly column: string
          readonly was: string
        }>
      }
    }
  }
  /** The newest version of every saved mapping. */
  readonly mappings: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly mappings: ReadonlyArray<{
        readonly id: string
        readonly name: string
        readonly version: number
        readonly table?: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
        readonly layout?: string
        /** of the file, that it needs */
        readonly columns: readonly string[]
        readonly madeAt: string
      }>
    }
  }
  /** A saved mapping, with its YAML. */
  readonly mapping: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly version: number
      readonly table?: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
      readonly layout?: string
      /** of the file, that it needs */
      readonly columns: readonly string[]
      readonly madeAt: string
      /** YAML */
      readonly text: string
      readonly mapping: {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly table: "ticket" | "box_office" | "concession" | "stored_value" | "screening"
        readonly about?: "cinema" | "territory"
        /** ISO 4217; absent: the cinema’s */
        readonly currency?: string
        /** IANA name; absent: the cinema’s */
        readonly timezone?: string
        /** or the key */
        readonly rows: "counted" | ReadonlyArray<"film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut">
        readonly scope: "part" | "span" | "days" | "all"
        readonly columns: ReadonlyArray<{
          readonly column: string
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly dates?: "ymd" | "mdy" | "dmy" | "excel" | "seconds" | "milliseconds"
          readonly era?: "buddhist"
          readonly zone?: string
          readonly decimal?: "." | ","
          readonly unit?: "minor" | "one" | "thousand" | "ten_thousand" | "million" | "hundred_million"
          readonly words?: ReadonlyArray<{
            readonly cell: string
            readonly means: string
          }>
        }>
        /** columns left out on purpose */
        readonly ignore?: readonly string[]
        readonly constants: ReadonlyArray<{
          readonly field: "film" | "filmCode" | "otherTitle" | "distributor" | "opensOn" | "year" | "runtimeMinutes" | "cinema" | "city" | "territory" | "currency" | "startsAt" | "startDay" | "startTime" | "tradingDay" | "auditorium" | "format" | "language" | "seats" | "status" | "ticketType" | "seat" | "saleKind" | "channel" | "payment" | "soldAt" | "soldDay" | "soldTime" | "quantity" | "price" | "unitPrice" | "priceNet" | "paid" | "feeHall" | "feeOnline" | "tax" | "priceLow" | "priceHigh" | "day" | "firstDay" | "lastDay" | "reportedDay" | "period" | "definition" | "gross" | "grossToDate" | "admissions" | "admissionsToDate" | "screenings" | "screens" | "sites" | "product" | "productGroup" | "priceType" | "orderReference" | "card" | "cardType" | "activity" | "amount" | "amountIn" | "amountOut"
          readonly value: string
        }>
        readonly empty: ReadonlyArray<{
          readonly rule: string
          readonly blank?: readonly string[]
          readonly column?: string
          readonly is?: readonly string[]
        }>
      } | {
        readonly name: string
        readonly reading?: {
          readonly compression?: "gzip" | "zip"
          /** of a zip: the file inside */
          readonly member?: string
          readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
          readonly separator?: string
          /** 1-based; 0 where the file has none */
          readonly headerLine?: number
          readonly sheet?: string
          /** of JSON: where rows stand */
          readonly path?: string
          readonly format?: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
        }
        readonly layout: string
        readonly rename: ReadonlyArray<{
          readonly column: string
          readonly was: string
        }>
      }
    }
  }
  /** Takes rows, a JSON array or an object a line, by a saved mapping and under a contract: evolve, freeze, discard_row or discard_value. */
  readonly sendRows: {
    readonly ids: { readonly mapping: string }
    readonly query: { readonly contract?: "evolve" | "freeze" | "discard_row" | "discard_value"; readonly cinema?: string; readonly timezone?: string; readonly currency?: string; readonly territory?: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly state: "reading" | "done" | "failed" | "undoing" | "undone"
      readonly fileName: string
      readonly bytes: number
      readonly bytesRead: number
      readonly layout: {
        readonly id: string
        readonly name: string
      }
      readonly mappingId?: string
      readonly sourceId: string
      readonly source: string
      /** ticket, box_office, screening, concession … */
      readonly table: string
      readonly cinemaId?: string
      readonly cinema?: string
      readonly territory?: string
      readonly reading?: {
        readonly compression?: "gzip" | "zip"
        /** of a zip: the file inside */
        readonly member?: string
        readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "tis-620" | "windows-1252" | "big5" | "shift_jis" | "euc-kr"
        readonly separator?: string
        /** 1-based; 0 where the file has none */
        readonly headerLine?: number
        readonly sheet?: string
        /** of JSON: where rows stand */
        readonly path?: string
        readonly format: "csv" | "json" | "ndjson" | "xlsx" | "xls" | "parquet"
      }
      /** ISO instant, UTC */
      readonly createdAt: string
      /** ISO instant, UTC */
      readonly finishedAt?: string
      readonly say?: string
      readonly corrected: number
      readonly withdrawn: number
      readonly withdrawalDue: boolean
      /** rows in quarantine that nobody has settled */
      readonly waiting: number
      readonly totals: ReadonlyArray<{
        readonly measure: string
        readonly currency?: string
        readonly value: string
      }>
      readonly admissions?: number
      readonly gross?: Money
      /** ISO date of a trading day */
      readonly firstDay?: string
      /** ISO date of a trading day */
      readonly lastDay?: string
      readonly read: number
      readonly accepted: number
      readonly duplicate: number
      readonly quarantined: number
      readonly empty: number
    }
  }
  /** Files in the watched folder and what became of them. */
  readonly watchedFiles: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      /** absent: none is watched */
      readonly folder?: string
      readonly files: ReadonlyArray<{
        readonly path: string
        readonly bytes: number
        readonly state: "arriving" | "imported" | "asks" | "failed"
        readonly say?: string
        readonly fileId?: string
        readonly importId?: string
        /** ISO instant, UTC */
        readonly seenAt: string
      }>
    }
  }
  /** How the house and its figures are: lag, late cinemas, checks and what they found. */
  readonly health: {
    readonly ids: undefined
    readonly query: { readonly organisation?: string }
    readonly body: undefined
    readonly answer: {
      /** ISO instant, UTC */
      readonly now: string
      readonly engines: {
        readonly store: {
          readonly up: true
        } | {
          readonly up: false
          readonly reason: string
          /** ISO instant, UTC */
          readonly since: string
        }
        readonly warehouse: {
          readonly up: true
        } | {
          readonly up: false
          readonly reason: string
          /** ISO instant, UTC */
          readonly since: string
        }
      }
      /** how long the oldest fact waits for the warehouse */
      readonly lagMs: number
      /** facts on their way to it */
      readonly pending: number
      readonly sites: {
        /** cinemas that report as they sell */
        readonly live: number
        readonly fresh: number
        readonly late: ReadonlyArray<{
          readonly cinemaId: string
          readonly cinema: string
          readonly state: "stale" | "silent"
          /** ISO instant, UTC */
          readonly heardAt?: string
        }>
      }
      readonly findings: {
        readonly error: number
        readonly warning: number
        readonly notice: number
        readonly accepted: number
      }
      /** the newest run over everything */
      readonly run?: {
        readonly id: string
        readonly why: "import" | "schedule" | "asked"
        readonly state: "running" | "done" | "failed"
        /** ISO instant, UTC */
        readonly startedAt: string
        /** ISO instant, UTC */
        readonly finishedAt?: string
        readonly checks: number
        readonly checksDone: number
        readonly tickets: number
        readonly found: number
        /** what could not be looked at */
        readonly notes: ReadonlyArray<{
          readonly say: string
          readonly sentence: string
          readonly values: Readonly<Record<string, string | number | Money>>
        }>
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
      }
      /** the newest that ended well */
      readonly lastRun?: {
        readonly id: string
        readonly why: "import" | "schedule" | "asked"
        readonly state: "running" | "done" | "failed"
        /** ISO instant, UTC */
        readonly startedAt: string
        /** ISO instant, UTC */
        readonly finishedAt?: string
        readonly checks: number
        readonly checksDone: number
        readonly tickets: number
        readonly found: number
        /** what could not be looked at */
        readonly notes: ReadonlyArray<{
          readonly say: string
          readonly sentence: string
          readonly values: Readonly<Record<string, string | number | Money>>
        }>
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
      }
      readonly checks: ReadonlyArray<{
        readonly id: string
        readonly name: string
        readonly severity: "error" | "warning" | "notice"
        readonly explanation: string
        /** its findings that wait for somebody */
        readonly open: number
      }>
    }
  }
  /** What checks found, worst first, at most 500. */
  readonly findings: {
    readonly ids: undefined
    readonly query: { readonly organisation?: string; readonly state?: "open" | "accepted" | "gone"; readonly check?: string; readonly cinema?: string; readonly import?: string }
    readonly body: undefined
    readonly answer: {
      readonly findings: ReadonlyArray<{
        readonly id: string
        readonly check: string
        readonly severity: "error" | "warning" | "notice"
        readonly state: "open" | "accepted" | "gone"
        /** what is wrong, with figures, and what to do */
        readonly say: string
        /** which of the check’s sentences it is */
        readonly sentence: string
        /** the figures in the sentence */
        readonly values: Readonly<Record<string, string | number | Money>>
        /** absent where it is the installation’s */
        readonly organisationId?: string
        readonly cinemaId?: string
        readonly cinema?: string
        readonly filmId?: string
        readonly sourceId?: string
        readonly sourceKind?: string
        /** the import that is the matter, or last brought it */
        readonly importId?: string
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
        /** at stake, one amount a currency */
        readonly money: readonly Money[]
        readonly rows: {
          readonly columns: readonly string[]
          readonly rows: ReadonlyArray<ReadonlyArray<string | number | Money | null>>
          /** how many rows more there are */
          readonly beyond: number
        }
        /** ISO instant, UTC */
        readonly firstSeenAt: string
        /** ISO instant, UTC */
        readonly lastSeenAt: string
        /** ISO instant, UTC */
        readonly goneAt?: string
        /** ISO instant, UTC */
        readonly acceptedAt?: string
        readonly note?: string
      }>
    }
  }
  /** Accepts a finding with a note: it stays quiet until its figures change; or opens it. */
  readonly changeFinding: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly state: "accepted" | "open"
      /** why it is left as it is */
      readonly note?: string
    }
    readonly answer: {
      readonly id: string
      readonly check: string
      readonly severity: "error" | "warning" | "notice"
      readonly state: "open" | "accepted" | "gone"
      /** what is wrong, with figures, and what to do */
      readonly say: string
      /** which of the check’s sentences it is */
      readonly sentence: string
      /** the figures in the sentence */
      readonly values: Readonly<Record<string, string | number | Money>>
      /** absent where it is the installation’s */
      readonly organisationId?: string
      readonly cinemaId?: string
      readonly cinema?: string
      readonly filmId?: string
      readonly sourceId?: string
      readonly sourceKind?: string
      /** the import that is the matter, or last brought it */
      readonly importId?: string
      /** ISO date */
      readonly firstDay?: string
      /** ISO date */
      readonly lastDay?: string
      /** at stake, one amount a currency */
      readonly money: readonly Money[]
      readonly rows: {
        readonly columns: readonly string[]
        readonly rows: ReadonlyArray<ReadonlyArray<string | number | Money | null>>
        /** how many rows more there are */
        readonly beyond: number
      }
      /** ISO instant, UTC */
      readonly firstSeenAt: string
      /** ISO instant, UTC */
      readonly lastSeenAt: string
      /** ISO instant, UTC */
      readonly goneAt?: string
      /** ISO instant, UTC */
      readonly acceptedAt?: string
      readonly note?: string
    }
  }
  /** Runs every check now, over everything or some days; goes on in the background. */
  readonly runChecks: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      /** first trading day; everything unless said */
      readonly from?: string
      readonly to?: string
    }
    readonly answer: {
      readonly id: string
      readonly why: "import" | "schedule" | "asked"
      readonly state: "running" | "done" | "failed"
      /** ISO instant, UTC */
      readonly startedAt: string
      /** ISO instant, UTC */
      readonly finishedAt?: string
      readonly checks: number
      readonly checksDone: number
      readonly tickets: number
      readonly found: number
      /** what could not be looked at */
      readonly notes: ReadonlyArray<{
        readonly say: string
        readonly sentence: string
        readonly values: Readonly<Record<string, string | number | Money>>
      }>
      /** ISO date */
      readonly firstDay?: string
      /** ISO date */
      readonly lastDay?: string
    }
  }
  /** The sources that have tickets or reported figures, and what they have of them. */
  readonly sources: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly sources: ReadonlyArray<{
        readonly id: string
        readonly name: string
        readonly kind: "file" | "sales" | "sample"
        readonly organisationId: string
        readonly layouts: readonly string[]
        readonly figures: ReadonlyArray<{
          readonly metric: "gross" | "admissions"
          readonly kind: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"
          readonly currencies: readonly string[]
          /** ISO date */
          readonly firstDay?: string
          /** ISO date */
          readonly lastDay?: string
          readonly byFilm: boolean
          readonly cinemas: readonly string[]
          readonly territories: readonly string[]
          readonly definitions: readonly string[]
        }>
      }>
    }
  }
  /** Two sources side by side: what agrees, what differs and why, what stands on one side. */
  readonly reconcile: {
    readonly ids: undefined
    readonly query: { readonly left: string; readonly right: string; readonly leftKind?: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly rightKind?: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly metric?: "gross" | "admissions"; readonly by?: string; readonly from?: string; readonly to?: string; readonly currency?: string }
    readonly body: undefined
    readonly answer: {
      readonly metric: "gross" | "admissions"
      readonly by: ReadonlyArray<"film" | "cinema" | "day" | "period">
      readonly currency?: string
      /** ISO date */
      readonly from?: string
      /** ISO date */
      readonly to?: string
      readonly left: {
        readonly sourceId: string
        readonly source: string
        readonly kind: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
        readonly definitions: readonly string[]
        readonly rows: number
        /** an amount, or a count */
        readonly total: Money | number
      }
      readonly right: {
        readonly sourceId: string
        readonly source: string
        readonly kind: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"
        /** ISO date */
        readonly firstDay?: string
        /** ISO date */
        readonly lastDay?: string
        readonly definitions: readonly string[]
        readonly rows: number
        /** an amount, or a count */
        readonly total: Money | number
      }
      readonly agree: number
      readonly differ: number
      readonly leftOnly: number
      readonly rightOnly: number
      readonly sums: {
        /** an amount, or a count */
        readonly agree: Money | number
        /** an amount, or a count */
        readonly differ: Money | number
        /** an amount, or a count */
        readonly leftOnly: Money | number
        /** an amount, or a count */
        readonly rightOnly: Money | number
        /** an amount, or a count */
        readonly difference: Money | number
      }
      readonly causes: ReadonlyArray<{
        readonly id: string
        /** it makes up the whole difference */
        readonly exact: boolean
        readonly side?: "left" | "right"
        readonly figures: Readonly<Record<string, Money | number | string>>
        /** the cause in a sentence, with its figures */
        readonly say: string
      }>
      readonly rows: ReadonlyArray<{
        readonly film?: string
        readonly filmIds?: readonly string[]
        readonly cinema?: string
        readonly cinemaId?: string
        /** ISO date */
        readonly day?: string
        /** ISO date */
        readonly from?: string
        /** ISO date */
        readonly to?: string
        /** an amount, or a count */
        readonly left?: Money | number
        /** an amount, or a count */
        readonly right?: Money | number
        /** right less left */
        readonly difference?: Money | number
        /** the difference as a share of the left */
        readonly share?: number
        readonly state: "agree" | "differs" | "leftOnly" | "rightOnly"
        readonly causes: ReadonlyArray<{
          readonly id: string
          /** it makes up the whole difference */
          readonly exact: boolean
          readonly side?: "left" | "right"
          readonly figures: Readonly<Record<string, Money | number | string>>
          /** the cause in a sentence, with its figures */
          readonly say: string
        }>
      }>
      /** rows that are not listed here; the CSV has every one */
      readonly leftOff: number
    }
  }
  /** The same, every row of it, as CSV. */
  readonly reconcileCsv: {
    readonly ids: undefined
    readonly query: { readonly left: string; readonly right: string; readonly leftKind?: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly rightKind?: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly metric?: "gross" | "admissions"; readonly by?: string; readonly from?: string; readonly to?: string; readonly currency?: string }
    readonly body: undefined
    readonly answer: string
  }
  /** What one row is made of on both sides: its ticket types, screenings and days. */
  readonly reconcileRow: {
    readonly ids: undefined
    readonly query: { readonly left: string; readonly right: string; readonly leftKind?: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly rightKind?: "tickets" | "day" | "weekend" | "week" | "year" | "undated" | "to_date"; readonly metric?: "gross" | "admissions"; readonly by?: string; readonly from?: string; readonly to?: string; readonly currency?: string; readonly films?: string; readonly cinema?: string; readonly firstDay?: string; readonly lastDay?: string }
    readonly body: undefined
    readonly answer: {
      readonly left: {
        readonly types: ReadonlyArray<{
          readonly name: string
          /** an amount, or a count */
          readonly gross: Money | number
          readonly admissions: number
          readonly free: number
        }>
        readonly screenings: ReadonlyArray<{
          readonly moment: string
          /** an amount, or a count */
          readonly gross: Money | number
          readonly admissions: number
        }>
        readonly days: ReadonlyArray<{
          /** ISO date */
          readonly day: string
          /** an amount, or a count */
          readonly value: Money | number
        }>
      }
      readonly right: {
        readonly types: ReadonlyArray<{
          readonly name: string
          /** an amount, or a count */
          readonly gross: Money | number
          readonly admissions: number
          readonly free: number
        }>
        readonly screenings: ReadonlyArray<{
          readonly moment: string
          /** an amount, or a count */
          readonly gross: Money | number
          readonly admissions: number
        }>
        readonly days: ReadonlyArray<{
          /** ISO date */
          readonly day: string
          /** an amount, or a count */
          readonly value: Money | number
        }>
      }
    }
  }
  /** Every day whose reported total to date is not the last one and the days since. */
  readonly restatements: {
    readonly ids: undefined
    readonly query: { readonly source: string; readonly metric?: "gross" | "admissions"; readonly currency?: string }
    readonly body: undefined
    readonly answer: {
      readonly sourceId: string
      readonly source: string
      readonly metric: "gross" | "admissions"
      readonly currency?: string
      readonly totals: number
      /** totals that follow another one of their film */
      readonly followed: number
      /** those that are not the one before and the days since */
      readonly count: number
      /** of them, those that follow the total of the day before */
      readonly nextDay: number
      readonly falls: number
      /** an amount, or a count */
      readonly added: Money | number
      /** an amount, or a count */
      readonly taken: Money | number
      readonly rows: ReadonlyArray<{
        readonly filmId: string
        readonly film: string
        readonly territory?: string
        readonly cinemaId?: string
        /** ISO date */
        readonly day: string
        /** ISO date */
        readonly since: string
        /** an amount, or a count */
        readonly before: Money | number
        /** an amount, or a count */
        readonly days: Money | number
        /** an amount, or a count */
        readonly total: Money | number
        /** an amount, or a count */
        readonly amount: Money | number
        readonly daysMissing: number
        readonly falls: boolean
        readonly cause: "days_missing" | "day_left_out" | "day_twice" | "earlier_day_taken_back" | "earlier_day_again" | "put_right" | "unknown"
        /** ISO date */
        readonly causeDay?: string
        readonly say: string
      }>
    }
  }
  /** The same as CSV. */
  readonly restatementsCsv: {
    readonly ids: undefined
    readonly query: { readonly source: string; readonly metric?: "gross" | "admissions"; readonly currency?: string }
    readonly body: undefined
    readonly answer: string
  }
  /** Makes a cinema by hand; imports make theirs themselves. */
  readonly openCinema: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly name: string
      /** IANA name */
      readonly timezone: string
      /** ISO 4217 */
      readonly currency: string
    }
    readonly answer: {
      readonly id: string
    }
  }
  /** Every auditorium, with the newest version of its seat plan. */
  readonly auditoria: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly auditoria: ReadonlyArray<{
        readonly id: string
        readonly cinemaId: string
        readonly name: string
        /** of its newest seat plan; 0 while it has none */
        readonly version: number
        readonly seats: number
      }>
    }
  }
  /** The auditoria of one cinema. */
  readonly cinemaAuditoria: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly auditoria: ReadonlyArray<{
        readonly id: string
        readonly cinemaId: string
        readonly name: string
        /** of its newest seat plan; 0 while it has none */
        readonly version: number
        readonly seats: number
      }>
    }
  }
  /** Adds an auditorium to a cinema. */
  readonly addAuditorium: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly name: string
    }
    readonly answer: {
      readonly id: string
    }
  }
  /** One auditorium. */
  readonly auditorium: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly cinemaId: string
      readonly name: string
      /** of its newest seat plan; 0 while it has none */
      readonly version: number
      readonly seats: number
    }
  }
  /** Seats that are out of order now or will be. */
  readonly outOfOrder: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly periods: ReadonlyArray<{
        readonly id: string
        readonly seat: string
        /** ISO instant, UTC */
        readonly from: string
        /** ISO instant, UTC */
        readonly to?: string
        readonly reason: string
      }>
    }
  }
  /** Takes seats out of order for a period, all or none. */
  readonly takeOutOfOrder: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly seats: readonly string[]
      /** left out: from now */
      readonly from?: string
      /** left out: until it is ended */
      readonly to?: string
      /** in place of to: until this trading day is over */
      readonly lastDay?: string
      readonly reason: string
    }
    readonly answer: {
      readonly periods: ReadonlyArray<{
        readonly id: string
        readonly seat: string
        /** ISO instant, UTC */
        readonly from: string
        /** ISO instant, UTC */
        readonly to?: string
        readonly reason: string
      }>
    }
  }
  /** Tickets to come whose seat will be out of order when their screening starts. */
  readonly outOfOrderConflicts: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      /** how many there are, also where the list is cut */
      readonly all: number
      readonly tickets: ReadonlyArray<{
        readonly id: string
        /** what people call the order by */
        readonly code: string
        readonly orderId: string
        readonly seat: string
        readonly screeningId: string
        readonly film: string
        /** ISO instant, UTC */
        readonly startsAt: string
        /** by the cinema’s clock */
        readonly localDate: string
        readonly localTime: string
        /** why the seat is out of order */
        readonly reason: string
      }>
    }
  }
  /** Ends a period: the seat can be sold again. */
  readonly endOutOfOrder: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly ended: true
    }
  }
  /** The newest version of an auditorium’s seat plan, or the version named. */
  readonly seatPlan: {
    readonly ids: { readonly id: string }
    readonly query: { readonly version?: number | string }
    readonly body: undefined
    readonly answer: {
      readonly version: number
      readonly seats: number
      /** ISO instant, UTC */
      readonly madeAt: string
      readonly plan: {
        readonly areas: ReadonlyArray<{
          readonly id: string
          readonly name: string
        }>
        /** in seats; x is its middle */
        readonly screen: {
          readonly x: number
          readonly width: number
        }
        readonly seats: ReadonlyArray<{
          readonly row: string
          readonly number: number
          readonly x: number
          readonly y: number
          readonly kind: "standard" | "wheelchair" | "companion" | "love-left" | "love-right"
          readonly area: string
          readonly house: boolean
        }>
      }
    }
  }
  /** The newest 100 versions of an auditorium’s seat plan. */
  readonly seatPlanVersions: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly versions: ReadonlyArray<{
        readonly version: number
        readonly seats: number
        /** ISO instant, UTC */
        readonly madeAt: string
      }>
    }
  }
  /** Saves a seat plan as the next version; versions saved before stay as they are. */
  readonly saveSeatPlan: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      /** the version it was drawn on; 0 when there was none */
      readonly basedOn: number
      readonly plan: {
        readonly areas: ReadonlyArray<{
          readonly id: string
          readonly name: string
        }>
        /** in seats; x is its middle */
        readonly screen: {
          readonly x: number
          readonly width: number
        }
        readonly seats: ReadonlyArray<{
          readonly row: string
          readonly number: number
          readonly x: number
          readonly y: number
          readonly kind: "standard" | "wheelchair" | "companion" | "love-left" | "love-right"
          readonly area: string
          readonly house: boolean
        }>
      }
    }
    readonly answer: {
      readonly version: number
      readonly seats: number
      /** ISO instant, UTC */
      readonly madeAt: string
    }
  }
  /** Reads a file (CSV, our JSON, a known seat map) as a draft plan; saves nothing. */
  readonly draftSeatPlan: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: Blob
    readonly answer: {
      readonly form: "csv" | "json" | "cgv" | "snapshot"
      readonly plan: {
        readonly areas: ReadonlyArray<{
          readonly id: string
          readonly name: string
        }>
        /** in seats; x is its middle */
        readonly screen: {
          readonly x: number
          readonly width: number
        }
        readonly seats: ReadonlyArray<{
          readonly row: string
          readonly number: number
          readonly x: number
          readonly y: number
          readonly kind: "standard" | "wheelchair" | "companion" | "love-left" | "love-right"
          readonly area: string
          readonly house: boolean
        }>
      }
      readonly problems: ReadonlyArray<{
        readonly refusal: string
        readonly say: string
        readonly seat?: string | unknown
      }>
      /** codes that nobody documents, not taken to mean anything */
      readonly statuses: ReadonlyArray<{
        readonly status: string
        readonly seats: number
      }>
    }
  }
  /** A saved seat plan as a file’s text, which reads back as exactly the same plan. */
  readonly exportSeatPlan: {
    readonly ids: { readonly id: string }
    readonly query: { readonly form: "csv" | "json"; readonly version?: number | string }
    readonly body: undefined
    readonly answer: {
      readonly fileName: string
      readonly mediaType: string
      readonly text: string
    }
  }
  /** The films of an organisation with their releases. */
  readonly films: {
    readonly ids: undefined
    readonly query: { readonly organisation: string }
    readonly body: undefined
    readonly answer: {
      readonly films: ReadonlyArray<{
        readonly id: string
        readonly organisationId: string
        readonly title: string
        readonly originalTitle: string
        readonly runtimeMinutes?: number
        readonly rating: string
        readonly synopsis: string
        /** by scheme, kept as they are given */
        readonly officialCodes: Readonly<Record<string, string>>
        readonly releases: ReadonlyArray<{
          readonly id: string
          readonly format: string
          /** spoken, BCP 47 */
          readonly language: string
          /** BCP 47, in the order of the screen */
          readonly subtitles: readonly string[]
          readonly distributor?: string
          /** ISO date */
          readonly opensOn?: string
          /** by scheme, kept as they are given */
          readonly officialCodes: Readonly<Record<string, string>>
        }>
      }>
    }
  }
  /** Adds a film by hand; imports make theirs by title. */
  readonly addFilm: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly title: string
      readonly originalTitle?: string
      readonly runtimeMinutes?: number
      readonly rating?: string
      readonly synopsis?: string
      /** by scheme, kept as they are given */
      readonly officialCodes?: Readonly<Record<string, string>>
      readonly organisationId: string
    }
    readonly answer: {
      readonly id: string
    }
  }
  /** Changes what is said of a film; what is left out stays. */
  readonly changeFilm: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly title?: string
      readonly originalTitle?: string
      readonly runtimeMinutes?: number
      readonly rating?: string
      readonly synopsis?: string
      /** by scheme, kept as they are given */
      readonly officialCodes?: Readonly<Record<string, string>>
    }
    readonly answer: {
      readonly changed: true
    }
  }
  /** Adds a release of a film: its format, language and subtitles. */
  readonly addRelease: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      /** as the trade says it: 2D, 3D, IMAX */
      readonly format: string
      /** spoken, BCP 47 */
      readonly language: string
      /** BCP 47, in the order of the screen */
      readonly subtitles: readonly string[]
      /** by name; found or made */
      readonly distributor?: string
      /** ISO date */
      readonly opensOn?: string
      /** by scheme, kept as they are given */
      readonly officialCodes?: Readonly<Record<string, string>>
    }
    readonly answer: {
      readonly id: string
    }
  }
  /** The price cards of an organisation, each with its newest version. */
  readonly priceCards: {
    readonly ids: undefined
    readonly query: { readonly organisation: string }
    readonly body: undefined
    readonly answer: {
      readonly cards: ReadonlyArray<{
        readonly id: string
        readonly name: string
        readonly currency: string
        /** the newest, which the other fields show */
        readonly version: number
        /** the version in force now */
        readonly inForce?: number
        /** ISO instant, UTC */
        readonly inForceFrom: string
        readonly taxName: string
        readonly taxBasisPoints: number
        /** none: the card has ended */
        readonly lines: ReadonlyArray<{
          readonly ticketType: string
          /** ids of the seat plan’s areas */
          readonly areas?: readonly string[]
          readonly channels?: readonly string[]
          /** of the trading day, Monday 1 */
          readonly weekdays?: readonly number[]
          /** start of the screening in minutes of the trading day, from included, to not */
          readonly minutes?: {
            readonly from: number
            readonly to: number
          }
          readonly formats?: readonly string[]
          readonly price: Money
          readonly feeHall: Money
          readonly feeOnline: Money
        }>
        readonly versions: ReadonlyArray<{
          readonly version: number
          /** ISO instant, UTC */
          readonly inForceFrom: string
        }>
      }>
    }
  }
  /** Makes a price card with its first version, in force at once. */
  readonly addPriceCard: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly organisationId: string
      readonly name: string
      /** ISO 4217; one that a cinema of the organisation trades in */
      readonly currency: string
      readonly taxName: string
      /** of the price without tax: 900 is 9 % */
      readonly taxBasisPoints: number
      /** of those that fit, the first prices a seat */
      readonly lines: ReadonlyArray<{
        readonly ticketType: string
        /** ids of the seat plan’s areas */
        readonly areas?: readonly string[]
        readonly channels?: readonly string[]
        /** of the trading day, Monday 1 */
        readonly weekdays?: readonly number[]
        /** start of the screening in minutes of the trading day, from included, to not */
        readonly minutes?: {
          readonly from: number
          readonly to: number
        }
        readonly formats?: readonly string[]
        readonly price: {
          readonly minor: string
          readonly currency: string
        }
        readonly feeHall: {
          readonly minor: string
          readonly currency: string
        }
        readonly feeOnline: {
          readonly minor: string
          readonly currency: string
        }
      }>
    }
    readonly answer: {
      readonly id: string
      readonly version: number
    }
  }
  /** Makes the next version of a price card; without lines the card ends. */
  readonly addTariff: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      /** the newest version as it was seen */
      readonly basedOn: number
      readonly taxName: string
      /** of the price without tax: 900 is 9 % */
      readonly taxBasisPoints: number
      /** of those that fit, the first prices a seat */
      readonly lines: ReadonlyArray<{
        readonly ticketType: string
        /** ids of the seat plan’s areas */
        readonly areas?: readonly string[]
        readonly channels?: readonly string[]
        /** of the trading day, Monday 1 */
        readonly weekdays?: readonly number[]
        /** start of the screening in minutes of the trading day, from included, to not */
        readonly minutes?: {
          readonly from: number
          readonly to: number
        }
        readonly formats?: readonly string[]
        readonly price: {
          readonly minor: string
          readonly currency: string
        }
        readonly feeHall: {
          readonly minor: string
          readonly currency: string
        }
        readonly feeOnline: {
          readonly minor: string
          readonly currency: string
        }
      }>
      /** left out: from now */
      readonly inForceFrom?: string
    }
    readonly answer: {
      readonly version: number
    }
  }
  /** The screenings of a cinema on some trading days, whatever their status. */
  readonly programme: {
    readonly ids: { readonly id: string }
    readonly query: { readonly from: string; readonly days?: number | string }
    readonly body: undefined
    readonly answer: {
      readonly screenings: ReadonlyArray<{
        readonly id: string
        readonly cinemaId: string
        readonly auditoriumId: string
        readonly auditorium: string
        readonly film: {
          readonly id: string
          readonly title: string
          readonly rating: string
          readonly runtimeMinutes?: number
        }
        readonly release: {
          readonly id: string
          readonly format: string
          readonly language: string
          /** BCP 47, in the order of the screen */
          readonly subtitles: readonly string[]
        }
        /** ISO instant, UTC */
        readonly startsAt: string
        /** ISO instant, UTC */
        readonly endsAt: string
        /** when the next may begin */
        readonly freeAgainAt: string
        /** ISO date */
        readonly tradingDay: string
        /** of the trading day: 01:30 at night is 1530 */
        readonly minute: number
        /** by the cinema’s clock: 20:15 */
        readonly localTime: string
        /** by the cinema’s calendar */
        readonly localDate: string
        readonly status: "planned" | "on_sale" | "cancelled"
        readonly cancelReason?: string
        readonly priceCardId: string
        readonly trailersMinutes: number
        readonly featureMinutes: number
        readonly cleaningMinutes: number
        readonly seats: number
        readonly sold: number
        /** seats that can be had now: not sold, not held, not out of order */
        readonly left: number
        /** the least that anybody pays online, fees in */
        readonly fromPrice?: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly toPrice?: Money
      }>
    }
  }
  /** Plans a release on several trading days and times, all or none. */
  readonly planScreenings: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly releaseId: string
      readonly auditoriumId: string
      readonly priceCardId: string
      /** trading days, ISO dates */
      readonly days: readonly string[]
      /** by the cinema’s clock: 20:15 */
      readonly times: readonly string[]
      /** left out: 15 */
      readonly trailersMinutes?: number
      /** left out: 15 */
      readonly cleaningMinutes?: number
      /** left out: the film’s runtime */
      readonly featureMinutes?: number
    }
    readonly answer: {
      readonly screenings: ReadonlyArray<{
        readonly id: string
      }>
    }
  }
  /** Plans what some trading days show on others; what overlaps is skipped and named. */
  readonly copyProgramme: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      /** the first trading day to copy */
      readonly from: string
      /** the trading day that shall show the same */
      readonly to: string
      readonly days: number
    }
    readonly answer: {
      readonly made: number
      readonly skipped: ReadonlyArray<{
        /** local: 2026-12-18T20:15 */
        readonly startsAt: string
        readonly why: string
      }>
    }
  }
  /** Puts planned screenings of a cinema on sale: those named, or those of some days. */
  readonly publishProgramme: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly from: string
      readonly days: number
    } | {
      readonly screenings: readonly string[]
    }
    readonly answer: {
      /** that went on sale now */
      readonly onSale: number
    }
  }
  /** What a cinema shows from a week ago until in two months, as iCalendar. */
  readonly calendar: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: string
  }
  /** One screening. */
  readonly screening: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly id: string
      readonly cinemaId: string
      readonly auditoriumId: string
      readonly auditorium: string
      readonly film: {
        readonly id: string
        readonly title: string
        readonly rating: string
        readonly runtimeMinutes?: number
      }
      readonly release: {
        readonly id: string
        readonly format: string
        readonly language: string
        /** BCP 47, in the order of the screen */
        readonly subtitles: readonly string[]
      }
      /** ISO instant, UTC */
      readonly startsAt: string
      /** ISO instant, UTC */
      readonly endsAt: string
      /** when the next may begin */
      readonly freeAgainAt: string
      /** ISO date */
      readonly tradingDay: string
      /** of the trading day: 01:30 at night is 1530 */
      readonly minute: number
      /** by the cinema’s clock: 20:15 */
      readonly localTime: string
      /** by the cinema’s calendar */
      readonly localDate: string
      readonly status: "planned" | "on_sale" | "cancelled"
      readonly cancelReason?: string
      readonly priceCardId: string
      readonly trailersMinutes: number
      readonly featureMinutes: number
      readonly cleaningMinutes: number
      readonly seats: number
      readonly sold: number
      /** seats that can be had now: not sold, not held, not out of order */
      readonly left: number
      /** the least that anybody pays online, fees in */
      readonly fromPrice?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly toPrice?: Money
    }
  }
  /** One screening as schema.org’s ScreeningEvent. */
  readonly screeningEvent: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: Readonly<Record<string, unknown>>
  }
  /** Puts a planned screening into another auditorium or at another time. */
  readonly moveScreening: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly auditoriumId?: string
      /** ISO instant, UTC */
      readonly startsAt?: string
    }
    readonly answer: {
      readonly moved: true
    }
  }
  /** Cancels a screening with its orders: what is paid is refunded, what is held let go. */
  readonly cancelScreening: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly reason: string
    }
    readonly answer: {
      readonly cancelled: true
      readonly orders: number
      readonly refunds: number
    }
  }
  /** Takes a screening out of the programme that was never on sale. */
  readonly removeScreening: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly removed: true
    }
  }
  /** The newest 200 shifts of a cinema’s tills, or those that are open. */
  readonly shifts: {
    readonly ids: { readonly id: string }
    readonly query: { readonly open?: "true" }
    readonly body: undefined
    readonly answer: {
      readonly shifts: ReadonlyArray<{
        readonly id: string
        readonly cinemaId: string
        readonly till: string
        readonly cashier: string
        /** ISO instant, UTC */
        readonly openedAt: string
        /** ISO instant, UTC */
        readonly closedAt?: string
        readonly float: Money
        readonly cashSales: Money
        readonly cashRefunds: Money
        /** float + cash sales − cash handed out */
        readonly expected: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly counted?: Money
        /** counted − expected */
        readonly difference?: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly note: string
      }>
    }
  }
  /** Opens the shift of a till with its float counted in; one at a time. */
  readonly openShift: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly till: string
      readonly cashier: string
      /** cash counted in */
      readonly float: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
    }
    readonly answer: {
      readonly id: string
      readonly cinemaId: string
      readonly till: string
      readonly cashier: string
      /** ISO instant, UTC */
      readonly openedAt: string
      /** ISO instant, UTC */
      readonly closedAt?: string
      readonly float: Money
      readonly cashSales: Money
      readonly cashRefunds: Money
      /** float + cash sales − cash handed out */
      readonly expected: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly counted?: Money
      /** counted − expected */
      readonly difference?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly note: string
    }
  }
  /** A shift with what was taken in it, by kind of payment and by ticket type. */
  readonly shift: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly shift: {
        readonly id: string
        readonly cinemaId: string
        readonly till: string
        readonly cashier: string
        /** ISO instant, UTC */
        readonly openedAt: string
        /** ISO instant, UTC */
        readonly closedAt?: string
        readonly float: Money
        readonly cashSales: Money
        readonly cashRefunds: Money
        /** float + cash sales − cash handed out */
        readonly expected: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly counted?: Money
        /** counted − expected */
        readonly difference?: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly note: string
      }
      readonly payments: ReadonlyArray<{
        /** cash, complimentary, or a provider’s id */
        readonly kind: string
        readonly payments: number
        readonly paid: Money
        readonly returns: number
        readonly returned: Money
      }>
      readonly ticketTypes: ReadonlyArray<{
        readonly ticketType: string
        readonly tickets: number
        readonly total: Money
      }>
    }
  }
  /** Ends a shift with the drawer counted; says by how much it is over or short. */
  readonly closeShift: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      /** cash in the drawer */
      readonly counted: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly note?: string
    }
    readonly answer: {
      readonly id: string
      readonly cinemaId: string
      readonly till: string
      readonly cashier: string
      /** ISO instant, UTC */
      readonly openedAt: string
      /** ISO instant, UTC */
      readonly closedAt?: string
      readonly float: Money
      readonly cashSales: Money
      readonly cashRefunds: Money
      /** float + cash sales − cash handed out */
      readonly expected: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly counted?: Money
      /** counted − expected */
      readonly difference?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly note: string
    }
  }
  /** What was sold and given back on a trading day, and whether it adds up. */
  readonly dayReport: {
    readonly ids: { readonly id: string }
    readonly query: { readonly day: string }
    readonly body: undefined
    readonly answer: {
      readonly cinemaId: string
      readonly cinema: string
      /** ISO date of a trading day */
      readonly day: string
      /** ISO instant, UTC */
      readonly from: string
      /** ISO instant, UTC */
      readonly to: string
      /** ISO instant, UTC */
      readonly madeAt: string
      readonly currency: string
      readonly orders: number
      readonly sold: {
        readonly tickets: number
        readonly gross: Money
        readonly feeHall: Money
        readonly feeOnline: Money
        readonly tax: Money
        /** gross and both fees */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
      }
      readonly refunded: {
        readonly tickets: number
        readonly gross: Money
        readonly feeHall: Money
        readonly feeOnline: Money
        readonly tax: Money
        /** gross and both fees */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
      }
      readonly voided: {
        readonly tickets: number
        readonly gross: Money
        readonly feeHall: Money
        readonly feeOnline: Money
        readonly tax: Money
        /** gross and both fees */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
      }
      readonly net: {
        readonly tickets: number
        readonly gross: Money
        readonly feeHall: Money
        readonly feeOnline: Money
        readonly tax: Money
        /** gross and both fees */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
      }
      readonly taxes: ReadonlyArray<{
        readonly name: string
        readonly basisPoints: number
        readonly gross: Money
        readonly tax: Money
      }>
      readonly payments: ReadonlyArray<{
        /** cash, complimentary, or a provider’s id */
        readonly kind: string
        readonly payments: number
        readonly paid: Money
        readonly returns: number
        readonly returned: Money
        readonly due: Money
      }>
      readonly channels: ReadonlyArray<{
        /** sold on this day */
        readonly tickets: number
        /** given back on this day, voids included */
        readonly refunded: number
        /** what is left of both, fees in */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly channel: string
        readonly orders: number
      }>
      readonly ticketTypes: ReadonlyArray<{
        /** sold on this day */
        readonly tickets: number
        /** given back on this day, voids included */
        readonly refunded: number
        /** what is left of both, fees in */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly ticketType: string
      }>
      readonly screenings: ReadonlyArray<{
        /** sold on this day */
        readonly tickets: number
        /** given back on this day, voids included */
        readonly refunded: number
        /** what is left of both, fees in */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly screeningId: string
        readonly title: string
        readonly auditorium: string
        /** ISO instant, UTC */
        readonly startsAt: string
        readonly admitted: number
      }>
      readonly complimentary: ReadonlyArray<{
        readonly reason: string
        readonly tickets: number
      }>
      readonly shifts: ReadonlyArray<{
        readonly id: string
        readonly cinemaId: string
        readonly till: string
        readonly cashier: string
        /** ISO instant, UTC */
        readonly openedAt: string
        /** ISO instant, UTC */
        readonly closedAt?: string
        readonly float: Money
        readonly cashSales: Money
        readonly cashRefunds: Money
        /** float + cash sales − cash handed out */
        readonly expected: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly counted?: Money
        /** counted − expected */
        readonly difference?: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly note: string
      }>
      readonly proof: {
        /** what the orders say */
        readonly lines: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        /** what the payments say */
        readonly money: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly difference: Money
      }
    }
  }
  /** The seats of a screening: their plan, which cannot be had, and what each costs. */
  readonly seats: {
    readonly ids: { readonly id: string }
    readonly query: { readonly channel?: string }
    readonly body: undefined
    readonly answer: {
      readonly screeningId: string
      readonly status: "planned" | "on_sale" | "cancelled"
      /** ISO instant, UTC */
      readonly startsAt: string
      /** ISO instant, UTC */
      readonly salesEndAt: string
      /** ISO instant, UTC */
      readonly now: string
      readonly plan: {
        readonly areas: ReadonlyArray<{
          readonly id: string
          readonly name: string
        }>
        /** in seats; x is its middle */
        readonly screen: {
          readonly x: number
          readonly width: number
        }
        readonly seats: ReadonlyArray<{
          readonly row: string
          readonly number: number
          readonly x: number
          readonly y: number
          readonly kind: "standard" | "wheelchair" | "companion" | "love-left" | "love-right"
          readonly area: string
          readonly house: boolean
        }>
      }
      /** seats that cannot be had, by name */
      readonly states: Readonly<Record<string, "held" | "sold" | "out" | "house">>
      readonly prices: ReadonlyArray<{
        /** tax in, fees out */
        readonly price: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly feeHall: Money
        readonly feeOnline: Money
        /** all that is paid */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly ticketType: string
        readonly area: string
      }>
      readonly currency: string
      readonly tax: {
        readonly name: string
        readonly basisPoints: number
      }
      readonly linesMax: number
    }
  }
  /** The best seats for a party that are free now, together where that can be; holds nothing. */
  readonly bestSeats: {
    readonly ids: { readonly id: string }
    readonly query: { readonly channel?: string; readonly party: number | string; readonly wheelchairs?: number | string; readonly area?: string }
    readonly body: undefined
    readonly answer: {
      readonly seats: readonly string[]
      readonly together: boolean
    }
  }
  /** The seats that cannot be had, at once and whenever that changes. */
  readonly seatsLive: {
    readonly ids: { readonly id: string }
    readonly query: { readonly channel?: string }
    readonly body: undefined
    readonly events: {
      readonly seats: {
        /** seats that cannot be had, by name */
        readonly states: Readonly<Record<string, "held" | "sold" | "out" | "house">>
      }
    }
  }
  /** Judges tickets shown at a gate and lets in whom it may; up to 1,000 kept ones at once. */
  readonly scanTickets: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly scans: ReadonlyArray<{
        /** made by the gate; a scan sent twice counts once */
        readonly id: string
        /** what the QR code says */
        readonly code?: string
        /** or the order’s code, typed */
        readonly orderCode?: string
        /** the screening that the gate is set to */
        readonly screeningId?: string
        /** or the cinema, for all of its trading day */
        readonly cinemaId?: string
        readonly door: string
        /** by the gate’s own clock */
        readonly scannedAt: string
        /** by how much the server’s clock is ahead of the gate’s */
        readonly clockOffsetMs?: number
        /** of the code, only these; absent: all */
        readonly seats?: readonly string[]
        /** what the gate said by itself while it had no connection */
        readonly said?: {
          readonly verdict: "admit" | "already_in" | "wrong_screening" | "wrong_day" | "refunded" | "unknown" | "forged" | "too_early"
          readonly admit: number
        }
      }>
      /** by the gate’s own clock, now */
      readonly sentAt?: string
    }
    readonly answer: {
      /** ISO instant, UTC */
      readonly now: string
      /** by how much the server’s clock is ahead of the gate’s */
      readonly clockOffMs?: number
      readonly scans: ReadonlyArray<{
        readonly id: string
        readonly verdict: "admit" | "already_in" | "wrong_screening" | "wrong_day" | "refunded" | "unknown" | "forged" | "too_early"
        /** guests to let in */
        readonly admit: number
        readonly seats: readonly string[]
        /** those let in, or those the verdict is about */
        readonly tickets: ReadonlyArray<{
          readonly id: string
          readonly seat: string
          readonly ticketType: string
          readonly state: "valid" | "refunded"
          readonly admittedAtMs?: number
          readonly door?: string
        }>
        /** by the server’s clock */
        readonly at: string
        /** of already_in */
        readonly first?: {
          /** ISO instant, UTC */
          readonly at: string
          readonly door: string
        }
        readonly orderCode?: string
        /** that of the ticket */
        readonly screening?: {
          readonly id: string
          readonly cinemaId: string
          readonly tradingDay: string
          readonly startsAtMs: number
          readonly freeAgainAtMs: number
          readonly cancelled: boolean
          readonly title: string
          readonly auditorium: string
          readonly localTime: string
          readonly localDate: string
        }
        /** the gate let in by itself whom the house would not have */
        readonly conflict: boolean
        readonly inside: number
        readonly sold: number
      }>
    }
  }
  /** Takes an admission back within two minutes; its tickets are good again. */
  readonly undoScan: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      readonly undone: true
      readonly inside: number
      readonly sold: number
    }
  }
  /** What a gate needs to judge tickets without a connection: keys, screenings, tickets. */
  readonly gateList: {
    readonly ids: undefined
    readonly query: { readonly screening?: string; readonly cinema?: string }
    readonly body: undefined
    readonly answer: {
      /** ISO instant, UTC */
      readonly now: string
      /** Ed25519, 32 bytes as base64url */
      readonly publicKeys: readonly string[]
      readonly cinema: {
        readonly id: string
        readonly name: string
        readonly timezone: string
      }
      readonly tradingDay: string
      readonly screeningId?: string
      readonly screenings: ReadonlyArray<{
        readonly id: string
        readonly cinemaId: string
        readonly tradingDay: string
        readonly startsAtMs: number
        readonly freeAgainAtMs: number
        readonly cancelled: boolean
        readonly title: string
        readonly auditorium: string
        readonly localTime: string
        readonly localDate: string
        /** guests let in */
        readonly inside: number
        /** tickets that are good */
        readonly sold: number
      }>
      readonly orders: ReadonlyArray<{
        readonly id: string
        readonly code: string
        readonly screeningId: string
        readonly tickets: ReadonlyArray<{
          readonly id: string
          readonly seat: string
          readonly ticketType: string
          readonly state: "valid" | "refunded"
          readonly admittedAtMs?: number
          readonly door?: string
        }>
      }>
      /** no ticket was left out */
      readonly whole: boolean
    }
  }
  /** How many guests of a screening are in, of how many tickets sold. */
  readonly screeningInside: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly answer: {
      /** guests let in */
      readonly inside: number
      /** tickets that are good */
      readonly sold: number
    }
  }
  /** The head count at once, and again whenever it changed. */
  readonly screeningInsideLive: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: undefined
    readonly events: {
      readonly inside: {
        /** guests let in */
        readonly inside: number
        /** tickets that are good */
        readonly sold: number
      }
    }
  }
  /** Holds seats, all or none, for as long as the order’s expiresAt says. */
  readonly holdSeats: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      /** web, counter, or a seller’s name */
      readonly channel: string
      readonly seats: ReadonlyArray<{
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
      }>
      /** the guest keeps a choice that leaves a seat alone */
      readonly keepGap?: boolean
      /** of the till that is open */
      readonly shiftId?: string
    }
    readonly answer: {
      readonly id: string
      /** whoever has it may act for the order */
      readonly token?: string
      /** what people call the order by */
      readonly code: string
      readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"
      readonly channel: string
      readonly screeningId: string
      readonly cinemaId: string
      /** ISO instant, UTC */
      readonly madeAt: string
      /** ISO instant, UTC */
      readonly expiresAt: string
      /** the server’s clock, to count down by */
      readonly now: string
      readonly prolonged: boolean
      readonly lines: ReadonlyArray<{
        /** tax in, fees out */
        readonly price: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly feeHall: Money
        readonly feeOnline: Money
        /** all that is paid */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly area: string
      }>
      readonly total: Money
      readonly tax: Money
      readonly paidWith?: string
      /** ISO instant, UTC */
      readonly paidAt?: string
      /** of the cash given */
      readonly change?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly reason?: string
      readonly tickets: ReadonlyArray<{
        readonly id: string
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly state: "valid" | "refunded"
        /** ISO instant, UTC */
        readonly admittedAt?: string
        readonly door?: string
      }>
      /** the signed code of its good tickets, as text of a QR code */
      readonly qr?: string
    }
  }
  /** Pays an order on the spot: cash, the counter’s card terminal, or complimentary. */
  readonly payOrder: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly token: string
      readonly with: "cash" | "card" | "complimentary"
      /** cash laid down, to reckon the change */
      readonly given?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      /** of the till that is open */
      readonly shiftId?: string
      /** needed where it is complimentary */
      readonly reason?: string
    }
    readonly answer: {
      readonly id: string
      /** whoever has it may act for the order */
      readonly token?: string
      /** what people call the order by */
      readonly code: string
      readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"
      readonly channel: string
      readonly screeningId: string
      readonly cinemaId: string
      /** ISO instant, UTC */
      readonly madeAt: string
      /** ISO instant, UTC */
      readonly expiresAt: string
      /** the server’s clock, to count down by */
      readonly now: string
      readonly prolonged: boolean
      readonly lines: ReadonlyArray<{
        /** tax in, fees out */
        readonly price: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly feeHall: Money
        readonly feeOnline: Money
        /** all that is paid */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly area: string
      }>
      readonly total: Money
      readonly tax: Money
      readonly paidWith?: string
      /** ISO instant, UTC */
      readonly paidAt?: string
      /** of the cash given */
      readonly change?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly reason?: string
      readonly tickets: ReadonlyArray<{
        readonly id: string
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly state: "valid" | "refunded"
        /** ISO instant, UTC */
        readonly admittedAt?: string
        readonly door?: string
      }>
      /** the signed code of its good tickets, as text of a QR code */
      readonly qr?: string
    }
  }
  /** Starts the time of a hold anew, once. */
  readonly prolongHold: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly token: string
    }
    readonly answer: {
      readonly id: string
      /** whoever has it may act for the order */
      readonly token?: string
      /** what people call the order by */
      readonly code: string
      readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"
      readonly channel: string
      readonly screeningId: string
      readonly cinemaId: string
      /** ISO instant, UTC */
      readonly madeAt: string
      /** ISO instant, UTC */
      readonly expiresAt: string
      /** the server’s clock, to count down by */
      readonly now: string
      readonly prolonged: boolean
      readonly lines: ReadonlyArray<{
        /** tax in, fees out */
        readonly price: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly feeHall: Money
        readonly feeOnline: Money
        /** all that is paid */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly area: string
      }>
      readonly total: Money
      readonly tax: Money
      readonly paidWith?: string
      /** ISO instant, UTC */
      readonly paidAt?: string
      /** of the cash given */
      readonly change?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly reason?: string
      readonly tickets: ReadonlyArray<{
        readonly id: string
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly state: "valid" | "refunded"
        /** ISO instant, UTC */
        readonly admittedAt?: string
        readonly door?: string
      }>
      /** the signed code of its good tickets, as text of a QR code */
      readonly qr?: string
    }
  }
  /** Lets held seats go before their time is over. */
  readonly releaseHold: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly token: string
    }
    readonly answer: {
      readonly id: string
      /** whoever has it may act for the order */
      readonly token?: string
      /** what people call the order by */
      readonly code: string
      readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"
      readonly channel: string
      readonly screeningId: string
      readonly cinemaId: string
      /** ISO instant, UTC */
      readonly madeAt: string
      /** ISO instant, UTC */
      readonly expiresAt: string
      /** the server’s clock, to count down by */
      readonly now: string
      readonly prolonged: boolean
      readonly lines: ReadonlyArray<{
        /** tax in, fees out */
        readonly price: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly feeHall: Money
        readonly feeOnline: Money
        /** all that is paid */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly area: string
      }>
      readonly total: Money
      readonly tax: Money
      readonly paidWith?: string
      /** ISO instant, UTC */
      readonly paidAt?: string
      /** of the cash given */
      readonly change?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly reason?: string
      readonly tickets: ReadonlyArray<{
        readonly id: string
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly state: "valid" | "refunded"
        /** ISO instant, UTC */
        readonly admittedAt?: string
        readonly door?: string
      }>
      /** the signed code of its good tickets, as text of a QR code */
      readonly qr?: string
    }
  }
  /** An order with its tickets; to its guest by token, to the house without. */
  readonly orderById: {
    readonly ids: { readonly id: string }
    readonly query: { readonly token?: string }
    readonly body: undefined
    readonly answer: {
      readonly id: string
      /** whoever has it may act for the order */
      readonly token?: string
      /** what people call the order by */
      readonly code: string
      readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"
      readonly channel: string
      readonly screeningId: string
      readonly cinemaId: string
      /** ISO instant, UTC */
      readonly madeAt: string
      /** ISO instant, UTC */
      readonly expiresAt: string
      /** the server’s clock, to count down by */
      readonly now: string
      readonly prolonged: boolean
      readonly lines: ReadonlyArray<{
        /** tax in, fees out */
        readonly price: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly feeHall: Money
        readonly feeOnline: Money
        /** all that is paid */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly area: string
      }>
      readonly total: Money
      readonly tax: Money
      readonly paidWith?: string
      /** ISO instant, UTC */
      readonly paidAt?: string
      /** of the cash given */
      readonly change?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly reason?: string
      readonly tickets: ReadonlyArray<{
        readonly id: string
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly state: "valid" | "refunded"
        /** ISO instant, UTC */
        readonly admittedAt?: string
        readonly door?: string
      }>
      /** the signed code of its good tickets, as text of a QR code */
      readonly qr?: string
    }
  }
  /** The order of a code, or the newest 500 orders paid at a cinema on a trading day. */
  readonly orders: {
    readonly ids: undefined
    readonly query: { readonly code?: string; readonly cinema?: string; readonly day?: string }
    readonly body: undefined
    readonly answer: {
      readonly orders: ReadonlyArray<{
        readonly id: string
        /** whoever has it may act for the order */
        readonly token?: string
        /** what people call the order by */
        readonly code: string
        readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"
        readonly channel: string
        readonly screeningId: string
        readonly cinemaId: string
        /** ISO instant, UTC */
        readonly madeAt: string
        /** ISO instant, UTC */
        readonly expiresAt: string
        /** the server’s clock, to count down by */
        readonly now: string
        readonly prolonged: boolean
        readonly lines: ReadonlyArray<{
          /** tax in, fees out */
          readonly price: {
            /** smallest unit of the currency, a decimal integer in text */
            readonly minor: string
            /** ISO 4217 */
            readonly currency: string
          }
          readonly feeHall: Money
          readonly feeOnline: Money
          /** all that is paid */
          readonly total: {
            /** smallest unit of the currency, a decimal integer in text */
            readonly minor: string
            /** ISO 4217 */
            readonly currency: string
          }
          /** row and number as on the ticket: G7 */
          readonly seat: string
          readonly ticketType: string
          readonly area: string
        }>
        readonly total: Money
        readonly tax: Money
        readonly paidWith?: string
        /** ISO instant, UTC */
        readonly paidAt?: string
        /** of the cash given */
        readonly change?: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly reason?: string
        readonly tickets: ReadonlyArray<{
          readonly id: string
          /** row and number as on the ticket: G7 */
          readonly seat: string
          readonly ticketType: string
          readonly state: "valid" | "refunded"
          /** ISO instant, UTC */
          readonly admittedAt?: string
          readonly door?: string
        }>
        /** the signed code of its good tickets, as text of a QR code */
        readonly qr?: string
      }>
    }
  }
  /** Gives tickets of an order back for their money; their seats are free again. */
  readonly refundOrder: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      /** left out: all good ones */
      readonly tickets?: readonly string[]
      readonly reason: string
      /** of the till that is open */
      readonly shiftId?: string
    }
    readonly answer: {
      readonly id: string
      /** whoever has it may act for the order */
      readonly token?: string
      /** what people call the order by */
      readonly code: string
      readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"
      readonly channel: string
      readonly screeningId: string
      readonly cinemaId: string
      /** ISO instant, UTC */
      readonly madeAt: string
      /** ISO instant, UTC */
      readonly expiresAt: string
      /** the server’s clock, to count down by */
      readonly now: string
      readonly prolonged: boolean
      readonly lines: ReadonlyArray<{
        /** tax in, fees out */
        readonly price: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly feeHall: Money
        readonly feeOnline: Money
        /** all that is paid */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly area: string
      }>
      readonly total: Money
      readonly tax: Money
      readonly paidWith?: string
      /** ISO instant, UTC */
      readonly paidAt?: string
      /** of the cash given */
      readonly change?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly reason?: string
      readonly tickets: ReadonlyArray<{
        readonly id: string
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly state: "valid" | "refunded"
        /** ISO instant, UTC */
        readonly admittedAt?: string
        readonly door?: string
      }>
      /** the signed code of its good tickets, as text of a QR code */
      readonly qr?: string
    }
  }
  /** Undoes a sale on its own trading day, as if it had not been. */
  readonly voidOrder: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly reason: string
      /** of the till that is open */
      readonly shiftId?: string
    }
    readonly answer: {
      readonly id: string
      /** whoever has it may act for the order */
      readonly token?: string
      /** what people call the order by */
      readonly code: string
      readonly state: "open" | "paying" | "paid" | "part_refunded" | "refunded" | "voided" | "released" | "returned" | "expired"
      readonly channel: string
      readonly screeningId: string
      readonly cinemaId: string
      /** ISO instant, UTC */
      readonly madeAt: string
      /** ISO instant, UTC */
      readonly expiresAt: string
      /** the server’s clock, to count down by */
      readonly now: string
      readonly prolonged: boolean
      readonly lines: ReadonlyArray<{
        /** tax in, fees out */
        readonly price: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly feeHall: Money
        readonly feeOnline: Money
        /** all that is paid */
        readonly total: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly area: string
      }>
      readonly total: Money
      readonly tax: Money
      readonly paidWith?: string
      /** ISO instant, UTC */
      readonly paidAt?: string
      /** of the cash given */
      readonly change?: {
        /** smallest unit of the currency, a decimal integer in text */
        readonly minor: string
        /** ISO 4217 */
        readonly currency: string
      }
      readonly reason?: string
      readonly tickets: ReadonlyArray<{
        readonly id: string
        /** row and number as on the ticket: G7 */
        readonly seat: string
        readonly ticketType: string
        readonly state: "valid" | "refunded"
        /** ISO instant, UTC */
        readonly admittedAt?: string
        readonly door?: string
      }>
      /** the signed code of its good tickets, as text of a QR code */
      readonly qr?: string
    }
  }
  /** Begins to pay an order with a provider; what becomes of it shows in the order. */
  readonly startPayment: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly token: string
      /** test: the test wallet */
      readonly provider: string
      /** the page that the guest comes back to: a path here */
      readonly returnTo: string
    }
    readonly answer: {
      /** where the guest pays; absent where a terminal asks */
      readonly url?: string
    }
  }
  /** Hands out at a till the cash that is due back for an order, as of a cancelled screening. */
  readonly handOutCash: {
    readonly ids: { readonly id: string }
    readonly query: undefined
    readonly body: {
      readonly shiftId: string
    }
    readonly answer: {
      readonly handedOut: Money
    }
  }
  /** The payments for one reference, or the newest 200, with what was given back of each. */
  readonly payments: {
    readonly ids: undefined
    readonly query: { readonly reference?: string }
    readonly body: undefined
    readonly answer: {
      readonly payments: ReadonlyArray<{
        readonly key: string
        /** what it pays, in the words of whoever asked for it */
        readonly reference: string
        /** cash, card, complimentary, or the id of a provider */
        readonly provider: string
        /** empty until the provider has answered */
        readonly providerReference: string
        readonly state: "started" | "settled" | "failed"
        readonly amount: Money
        /** of it, what was given back or is due to be */
        readonly returned: {
          /** smallest unit of the currency, a decimal integer in text */
          readonly minor: string
          /** ISO 4217 */
          readonly currency: string
        }
        readonly title: string
        /** ISO instant, UTC */
        readonly madeAt: string
        /** ISO instant, UTC */
        readonly settledAt?: string
        /** what went wrong the last time the provider was asked; empty when nothing did */
        readonly trouble: string
        readonly returns: ReadonlyArray<{
          readonly key: string
          readonly paymentKey: string
          readonly reference: string
          readonly provider: string
          readonly amount: Money
          readonly reason: string
          readonly state: "due" | "done"
          readonly tries: number
          /** when it is tried next, while it is due */
          readonly tryAt: string
          /** what went wrong the last time the provider was asked; empty when nothing did */
          readonly trouble: string
          /** ISO instant, UTC */
          readonly madeAt: string
          /** ISO instant, UTC */
          readonly doneAt?: string
        }>
      }>
    }
  }
  /** Money that is due to go back to guests, or that has gone; the newest 200. */
  readonly paymentReturns: {
    readonly ids: undefined
    readonly query: { readonly state?: "due" | "done" }
    readonly body: undefined
    readonly answer: {
      readonly returns: ReadonlyArray<{
        readonly key: string
        readonly paymentKey: string
        readonly reference: string
        readonly provider: string
        readonly amount: Money
        readonly reason: string
        readonly state: "due" | "done"
        readonly tries: number
        /** when it is tried next, while it is due */
        readonly tryAt: string
        /** what went wrong the last time the provider was asked; empty when nothing did */
        readonly trouble: string
        /** ISO instant, UTC */
        readonly madeAt: string
        /** ISO instant, UTC */
        readonly doneAt?: string
      }>
    }
  }
  /** Says that there is news of a payment; its provider is asked, and nothing else believed. */
  readonly notifyPayment: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: {
      readonly provider: string
      readonly providerReference: string
    }
    readonly answer: {
      readonly noticed: true
    }
  }
  /** This description, OpenAPI 3.1. */
  readonly openapi: {
    readonly ids: undefined
    readonly query: undefined
    readonly body: undefined
    readonly answer: Readonly<Record<string, unknown>>
  }
}

/** Method and path of each operation; parameters stand in braces. */
export const PATHS = {
  livez: ['GET', '/livez'],
  readyz: ['GET', '/readyz'],
  house: ['GET', '/v1/house'],
  makeSample: ['POST', '/v1/sample'],
  removeSample: ['DELETE', '/v1/sample'],
  registry: ['GET', '/v1/registry'],
  ask: ['GET', '/v1/answers'],
  planOf: ['GET', '/v1/answers/plan'],
  bases: ['GET', '/v1/bases'],
  askLive: ['GET', '/v1/answers/live'],
  ticketsBehind: ['GET', '/v1/answers/tickets'],
  values: ['GET', '/v1/values'],
  filmRun: ['GET', '/v1/films/{id}/run'],
  answerFile: ['GET', '/v1/answers/file'],
  ticketFile: ['GET', '/v1/answers/tickets/file'],
  clientSource: ['GET', '/v1/client.ts'],
  viewPdf: ['GET', '/v1/views/pdf'],
  answerChart: ['GET', '/v1/answers/chart'],
  cinemaPlaces: ['GET', '/v1/cinemas/places'],
  annotations: ['GET', '/v1/annotations'],
  addNote: ['POST', '/v1/annotations'],
  removeNote: ['DELETE', '/v1/annotations/{id}'],
  savedViews: ['GET', '/v1/saved-views'],
  saveView: ['POST', '/v1/saved-views'],
  changeSavedView: ['POST', '/v1/saved-views/{id}'],
  removeSavedView: ['DELETE', '/v1/saved-views/{id}'],
  giveFile: ['POST', '/v1/files'],
  fileById: ['GET', '/v1/files/{id}'],
  tryImport: ['POST', '/v1/imports/try'],
  startImport: ['POST', '/v1/imports'],
  imports: ['GET', '/v1/imports'],
  importById: ['GET', '/v1/imports/{id}'],
  importChanges: ['GET', '/v1/imports/{id}/changes'],
  undoImport: ['POST', '/v1/imports/{id}/undo'],
  importLive: ['GET', '/v1/imports/{id}/live'],
  matches: ['GET', '/v1/matches'],
  runMatching: ['POST', '/v1/matches/run'],
  decideMatch: ['POST', '/v1/matches/{id}'],
  undoMatch: ['POST', '/v1/matches/{id}/undo'],
  quarantine: ['GET', '/v1/imports/{id}/quarantine'],
  mendRow: ['POST', '/v1/imports/{id}/quarantine/{line}'],
  mendByRule: ['POST', '/v1/imports/{id}/quarantine/rules'],
  retryQuarantine: ['POST', '/v1/imports/{id}/retry'],
  layouts: ['GET', '/v1/layouts'],
  proposeMapping: ['POST', '/v1/mappings/propose'],
  previewMapping: ['POST', '/v1/mappings/preview'],
  saveMapping: ['POST', '/v1/mappings'],
  mappings: ['GET', '/v1/mappings'],
  mapping: ['GET', '/v1/mappings/{id}'],
  sendRows: ['POST', '/v1/feeds/{mapping}/rows'],
  watchedFiles: ['GET', '/v1/watched'],
  health: ['GET', '/v1/health'],
  findings: ['GET', '/v1/findings'],
  changeFinding: ['POST', '/v1/findings/{id}'],
  runChecks: ['POST', '/v1/checks/run'],
  sources: ['GET', '/v1/sources'],
  reconcile: ['GET', '/v1/reconcile'],
  reconcileCsv: ['GET', '/v1/reconcile/csv'],
  reconcileRow: ['GET', '/v1/reconcile/row'],
  restatements: ['GET', '/v1/reconcile/restatements'],
  restatementsCsv: ['GET', '/v1/reconcile/restatements/csv'],
  openCinema: ['POST', '/v1/cinemas'],
  auditoria: ['GET', '/v1/auditoria'],
  cinemaAuditoria: ['GET', '/v1/cinemas/{id}/auditoria'],
  addAuditorium: ['POST', '/v1/cinemas/{id}/auditoria'],
  auditorium: ['GET', '/v1/auditoria/{id}'],
  outOfOrder: ['GET', '/v1/auditoria/{id}/out-of-order'],
  takeOutOfOrder: ['POST', '/v1/auditoria/{id}/out-of-order'],
  outOfOrderConflicts: ['GET', '/v1/auditoria/{id}/out-of-order-conflicts'],
  endOutOfOrder: ['DELETE', '/v1/out-of-order/{id}'],
  seatPlan: ['GET', '/v1/auditoria/{id}/plan'],
  seatPlanVersions: ['GET', '/v1/auditoria/{id}/plan-versions'],
  saveSeatPlan: ['POST', '/v1/auditoria/{id}/plan'],
  draftSeatPlan: ['POST', '/v1/plan-drafts'],
  exportSeatPlan: ['GET', '/v1/auditoria/{id}/plan-file'],
  films: ['GET', '/v1/films'],
  addFilm: ['POST', '/v1/films'],
  changeFilm: ['POST', '/v1/films/{id}'],
  addRelease: ['POST', '/v1/films/{id}/releases'],
  priceCards: ['GET', '/v1/price-cards'],
  addPriceCard: ['POST', '/v1/price-cards'],
  addTariff: ['POST', '/v1/price-cards/{id}/versions'],
  programme: ['GET', '/v1/cinemas/{id}/programme'],
  planScreenings: ['POST', '/v1/cinemas/{id}/screenings'],
  copyProgramme: ['POST', '/v1/cinemas/{id}/programme/copy'],
  publishProgramme: ['POST', '/v1/cinemas/{id}/programme/publish'],
  calendar: ['GET', '/v1/cinemas/{id}/calendar.ics'],
  screening: ['GET', '/v1/screenings/{id}'],
  screeningEvent: ['GET', '/v1/screenings/{id}/event'],
  moveScreening: ['POST', '/v1/screenings/{id}/move'],
  cancelScreening: ['POST', '/v1/screenings/{id}/cancel'],
  removeScreening: ['DELETE', '/v1/screenings/{id}'],
  shifts: ['GET', '/v1/cinemas/{id}/shifts'],
  openShift: ['POST', '/v1/cinemas/{id}/shifts'],
  shift: ['GET', '/v1/shifts/{id}'],
  closeShift: ['POST', '/v1/shifts/{id}/close'],
  dayReport: ['GET', '/v1/cinemas/{id}/day-report'],
  seats: ['GET', '/v1/screenings/{id}/seats'],
  bestSeats: ['GET', '/v1/screenings/{id}/best-seats'],
  seatsLive: ['GET', '/v1/screenings/{id}/seats/live'],
  scanTickets: ['POST', '/v1/gate/scans'],
  undoScan: ['POST', '/v1/gate/scans/{id}/undo'],
  gateList: ['GET', '/v1/gate/list'],
  screeningInside: ['GET', '/v1/screenings/{id}/inside'],
  screeningInsideLive: ['GET', '/v1/screenings/{id}/inside/live'],
  holdSeats: ['POST', '/v1/screenings/{id}/holds'],
  payOrder: ['POST', '/v1/orders/{id}/pay'],
  prolongHold: ['POST', '/v1/orders/{id}/prolong'],
  releaseHold: ['POST', '/v1/orders/{id}/release'],
  orderById: ['GET', '/v1/orders/{id}'],
  orders: ['GET', '/v1/orders'],
  refundOrder: ['POST', '/v1/orders/{id}/refund'],
  voidOrder: ['POST', '/v1/orders/{id}/void'],
  startPayment: ['POST', '/v1/orders/{id}/payments'],
  handOutCash: ['POST', '/v1/orders/{id}/hand-out'],
  payments: ['GET', '/v1/payments'],
  paymentReturns: ['GET', '/v1/payment-returns'],
  notifyPayment: ['POST', '/v1/payments/notifications'],
  openapi: ['GET', '/v1/openapi.json'],
} as const satisfies Readonly<Record<keyof Operations, readonly [string, string]>>

/** Thrown where the server says no, or breaks; `problem.refusal` names which no it is. */
export class FullhouseError extends Error {
  override readonly name = 'FullhouseError'
  readonly status: number
  readonly problem: Problem | undefined
  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `Fullhouse answered ${status}`)
    this.status = status
    this.problem = problem
  }
}

export type FileFormat = 'csv' | 'xlsx' | 'parquet' | 'arrow'

export type FileOptions = {
  readonly lang?: 'en' | 'zh'
  /** CSV begins with the mark by which Excel knows UTF-8. */
  readonly bom?: boolean
  readonly signal?: AbortSignal
}

/** One event of a stream. Its id is given back after a break, so that none is missed. */
export type StreamEvent<Events> = {
  [Name in keyof Events]: { readonly event: Name; readonly data: Events[Name] }
}[keyof Events]

/** What an operation is called with; what it does not take is left out. */
export type CallOf<Name extends keyof Operations> = Given<'ids', Operations[Name]['ids']> &
  Given<'query', Operations[Name]['query']> &
  Given<'body', Operations[Name]['body']> & {
    /** Of a POST: the same key is the same request, however often it is sent. */
    readonly key?: string
    readonly signal?: AbortSignal
  }
type Given<Part extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Partial<Value> extends Value
    ? { readonly [One in Part]?: Value }
    : { readonly [One in Part]: Value }

type Answering = {
  [Name in keyof Operations]: Operations[Name] extends { readonly answer: unknown } ? Name : never
}[keyof Operations]
type Streaming = {
  [Name in keyof Operations]: Operations[Name] extends { readonly events: unknown } ? Name : never
}[keyof Operations]

export type Fullhouse = {
  /** Answers a question; the answer's rows have the columns that were asked for. */
  ask<const Asked extends Question>(
    question: Asked,
    options?: { readonly signal?: AbortSignal },
  ): Promise<AnswerTo<Asked>>
  /** The same answer as a file, as its bytes come: `response.body`. */
  file(question: Question, format: FileFormat, options?: FileOptions): Promise<Response>
  /** Every ticket behind a question as a file. */
  ticketFile(question: Question, format: FileFormat, options?: FileOptions): Promise<Response>
  /** Answers questions again whenever they change, until the signal says stop. */
  watch(
    questions: readonly Question[],
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<StreamEvent<Operations['askLive']['events']>>
  /** Any other operation by its name. */
  call<Name extends Answering>(
    name: Name,
    ...given: Partial<CallOf<Name>> extends CallOf<Name> ? [CallOf<Name>?] : [CallOf<Name>]
  ): Promise<Operations[Name] extends { readonly answer: infer Value } ? Value : never>
  /** The events of any stream by its name; comes back by itself after a break. */
  events<Name extends Streaming>(
    name: Name,
    ...given: Partial<CallOf<Name>> extends CallOf<Name> ? [CallOf<Name>?] : [CallOf<Name>]
  ): AsyncGenerator<
    Operations[Name] extends { readonly events: infer Events } ? StreamEvent<Events> : never
  >
}

type Sent = {
  readonly ids?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly key?: string
  readonly signal?: AbortSignal
}

/** How long after a break a stream is opened again, in ms; longer each time that fails. */
const AGAIN_MS = [500, 1_000, 2_000, 5_000, 10_000] as const

/** A client of the server at `url`, such as http://localhost:3000. */
export function fullhouse(url: string, reach: typeof fetch = fetch): Fullhouse {
  const addressOf = (name: keyof Operations, { ids = {}, query = {} }: Sent) => {
    const path = PATHS[name][1].replace(/\{(\w+)\}/g, (_, id) => encodeURIComponent(ids[id] ?? ''))
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined) search.append(key, String(one))
      }
    }
    const text = search.toString()
    return url.replace(/\/$/, '') + path + (text === '' ? '' : `?${text}`)
  }
  const send = async (name: keyof Operations, sent: Sent, more: Record<string, string> = {}) => {
    const [method] = PATHS[name]
    const { body, key, signal } = sent
    const isBytes = body instanceof Blob
    const headers: Record<string, string> = { ...more }
    if (method === 'POST') headers['idempotency-key'] = key ?? crypto.randomUUID()
    if (body !== undefined) {
      headers['content-type'] = isBytes ? 'application/octet-stream' : 'application/json'
    }
    const response = await reach(addressOf(name, sent), {
      method,
      headers,
      ...(body !== undefined && { body: isBytes ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    if (response.ok) return response
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    const problem: Problem | undefined = isJson ? await response.json() : undefined
    throw new FullhouseError(response.status, problem)
  }
  const read = async (name: keyof Operations, sent: Sent) => {
    const text = await (await send(name, sent)).text()
    return text === '' ? undefined : JSON.parse(text)
  }
  async function* events(name: keyof Operations, sent: Sent): AsyncGenerator<never> {
    let last = ''
    for (let failed = 0; ; ) {
      try {
        const response = await send(name, sent, last === '' ? {} : { 'last-event-id': last })
        failed = 0
        for await (const { id, event, data } of eventsIn(response)) {
          last = id || last
          yield { event, data: JSON.parse(data) } as never
        }
      } catch (fault) {
        if (sent.signal?.aborted) return
        // A no stays a no; only what broke is asked for again.
        if (fault instanceof FullhouseError && fault.status < 500) throw fault
      }
      if (sent.signal?.aborted) return
      await new Promise((again) => setTimeout(again, AGAIN_MS[Math.min(failed++, 4)]))
    }
  }
  const fileQuery = (question: Question, format: FileFormat, { lang, bom }: FileOptions) => {
    return { q: JSON.stringify(question), format, lang, bom }
  }
  return {
    ask: (question, options = {}) =>
      read('ask', { query: { q: JSON.stringify(question) }, ...signalOf(options) }),
    file: (question, format, options = {}) =>
      send('answerFile', { query: fileQuery(question, format, options), ...signalOf(options) }),
    ticketFile: (question, format, options = {}) =>
      send('ticketFile', { query: fileQuery(question, format, options), ...signalOf(options) }),
    watch: (questions, options = {}) =>
      events('askLive', {
        query: { q: questions.map((one) => JSON.stringify(one)) },
        ...signalOf(options),
      }),
    call: (name, given: Sent = {}) => read(name, given),
    events: (name, given: Sent = {}) => events(name, given),
  }
}

/** Not by spreading: an AbortController, which has a signal too, would lose it. */
function signalOf({ signal }: { readonly signal?: AbortSignal }): Sent {
  return signal ? { signal } : {}
}

type RawEvent = { readonly id: string; readonly event: string; readonly data: string }

/** Server-sent events, as far as Fullhouse sends them: each is ended by an empty line. */
async function* eventsIn(response: Response): AsyncGenerator<RawEvent> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const piece = await reader?.read()
      if (!piece || piece.done) return
      const blocks = (rest + decoder.decode(piece.value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const field = (name: string) =>
          block
            .split('\n')
            .filter((line) => line.startsWith(`${name}: `))
            .map((line) => line.slice(name.length + 2))
            .join('\n')
        const data = field('data')
        if (data !== '') yield { id: field('id'), event: field('event'), data }
      }
    }
  } finally {
    await reader?.cancel().catch(() => undefined)
  }
}
