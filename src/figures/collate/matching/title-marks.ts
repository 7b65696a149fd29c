/**
 * What stands beside a title and is no part of it: how it is shown, in which language, that it comes
 * again. `cut` marks a version of its own; `stage` something that is no film of that name at all.
 */
export type Mark = 'format' | 'language' | 'occasion' | 'cut' | 'again'

const LANGUAGES =
  'english|spanish|french|german|italian|portuguese|russian|japanese|korean|chinese|mandarin|' +
  'cantonese|hindi|tamil|telugu|malayalam|kannada|punjabi|bengali|marathi|thai|vietnamese|arabic|' +
  'polish|swedish|danish|turkish|hebrew|persian|indonesian'

const LANGUAGE_NAMED = `(?:${LANGUAGES})`

const any = (words: readonly string[]) => words.join('|')

const FORMAT = any([
  '(?:in )?(?:real ?d )?(?:digital )?(?:2|3|4) ?d(?: imax)?',
  '(?:the )?(?:in )?imax(?: 2d| 3d)?(?: experience)?',
  '4dx|screen ?x|dolby(?: cinema| atmos| vision)?|hfr|d ?box|dcp|xd|rpx|(?:in )?hd',
  '(?:in |on )?(?:16|35|70) ?mm(?: print)?',
  '(?:new )?(?:2|4|8) ?k(?: digital)?(?: restoration| restored| remaster(?:ed)?| version)?',
  '(?:new |newly |digitally )?(?:restored|remastered|restoration)(?: version| edition)?',
])
const LANGUAGE = any([
  `${LANGUAGE_NAMED}?(?: language)?(?: with)?(?: ${LANGUAGE_NAMED})? ?` +
    '(?:subtitled|subtitles|subbed|subs|dubbed|dub|sub|version|audio)',
  `(?:in )?${LANGUAGE_NAMED}`,
  'ov|omu|omeu|vo|vose|vost|vostfr|vf|cc|oc|(?:open|closed) caption(?:s|ed)?',
])
const OCCASION = any([
  '(?:the )?sing ?along(?: version)?|quote ?along|(?:with |and )?q ?(?:and )?a',
  'encore(?: shows?| screenings?)?|(?:sneak |special |advance )?preview(?: screening)?',
  '(?:advance|special|free|private|community) screening|matinees?|opening night|members only',
  '(?:live )?(?:introduction|discussion|reception)|held over|final week|late show|benefit(?: for .+)?',
  '(?:local |state |world |u ?s |north american )?premiere|(?:private |theater )?rental|added (?:show|screening)',
  '(?:special|free|members?|private|benefit) (?:event|engagement|admission|screening|show|showing|free)',
  'rescheduled|smart kids(?: screenings?)?|sensory friendly(?: screening)?|early access',
  'double feature|fan event|one night only|midnight(?: show| screening)?|(?:with )?live (?:score|music)',
])
const CUT = any([
  "(?:the )?(?:director'?s|final|extended|theatrical|international|ultimate|original|unrated|uncut)" +
    '(?: cut| edition| version)',
  'redux|uncut|unrated|extended|(?:in )?black and (?:white|chrome)(?: edition| version)?',
])
const AGAIN = any([
  '(?:(?:19|20)\\d\\d )?re ?release(?: (?:19|20)\\d\\d)?|anniversary(?: edition)?|reissue|revival',
  '(?:the )?\\d+(?:st|nd|rd|th)? ?(?:year )?anniversary(?: edition| celebration| release| screening)?',
])

const HAN_MARKS: readonly (readonly [RegExp, Mark])[] = [
  [/^(?:数字)?(?:imax|[234]d|4k|巨幕|胶片|中国巨幕)*(?:版|修复版)?$/, 'format'],
  [
    /^(?:国语|粤语|英语|英文|中文|原声|原版|普通话|日语|法语|韩语|配音|字幕|双语)+(?:版|配音版|字幕版)?$/,
    'language',
  ],
  [/^(?:导演剪辑|加长|完整|未删减|终极)+版?$/, 'cut'],
  [/^(?:\d{4}年?)?(?:.{0,6}区域)?(?:重映|重新上映|复映|纪念版|周年纪念版|\d+周年.*)版?$/, 'again'],
  [/^(?:点映|首映|特别放映|预售)$/, 'occasion'],
]

const MARKS: readonly (readonly [RegExp, Mark])[] = [
  [new RegExp(`^(?:${FORMAT})$`), 'format'],
  [new RegExp(`^(?:${LANGUAGE})$`), 'language'],
  [new RegExp(`^(?:${OCCASION})$`), 'occasion'],
  [new RegExp(`^(?:${CUT})$`), 'cut'],
  [new RegExp(`^(?:${AGAIN})$`), 'again'],
  ...HAN_MARKS,
]

const WITH =
  '(?:\\s*[+&,:]\\s*|\\s+(?:w/|with|and|plus|followed by|feat(?:uring|\\.)?)\\s*|\\s+-\\s+|\\s+)'
const SOMEBODY =
  '(?:(?:an?|the|its|live|special|post-?(?:film|show|screening)|panel|audience|guest|filmmakers?|' +
  'directors?|producers?|writers?|actors?|cast|skype|intro(?:duction)?|film)\\s+(?:and\\s+|&\\s+)?)*'

/** What happens beside the film, and all that is said of it. */
const EVENTS: readonly (readonly [RegExp, Mark])[] = [
  [new RegExp(`${WITH}${SOMEBODY}q\\s?(?:&|and|\\+)\\s?a(?:\\s.*)?$`), 'occasion'],
  [
    new RegExp(`${WITH}${SOMEBODY}(?:discussion|talk-?back)(?:\\s(?:with|by|led)\\s.*)?$`),
    'occasion',
  ],
  [/\s+(?:w\/|with)\s*(?:[a-z-]+\s+){0,4}in person$/, 'occasion'],
  [/\s+(?:w\/|with)\s*(?:an?\s+)?live\s+(?:music|score|accompaniment|organ)(?:\s.*)?$/, 'occasion'],
  [/\s*(?:\+|\bw\/|\bwith\b|\bplus\b)\s*(?:the\s+|a\s+)?shorts?(?:\s+films?)?$/, 'occasion'],
  [
    new RegExp(
      '[\\s:,-]+(?:benefit|private|free|special|members?|sneak|advance|encore|community|anniversary)' +
        '\\s+(?:screening|event|engagement|preview|showing)!*$',
    ),
    'occasion',
  ],
  [/[\s:,-]+(?:held over|final week|encore)!*$/, 'occasion'],
]

/** Those that end a title also without brackets, where nothing else could be meant. */
const TRAILING: readonly (readonly [RegExp, Mark])[] = [
  [/(?<=\S)\s*((?:19|20)\d\d)\s*re-?release$/, 'again'],
  [/\s+re-?release$/, 'again'],
  [/[\s:,-]+(?:the\s+)?\d+(?:st|nd|rd|th)\s+anniversary(?:\s+\S+)?$/, 'again'],
  [/[\s:,-]+(?:in\s+)?(?:imax\s+)?(?:3-?d|2-?d|4dx|imax)(?:[\s/]+(?:3-?d|imax))?$/, 'format'],
  [/[\s:,-]+(?:in\s+|on\s+)?(?:16|35|70)\s?mm!*$/, 'format'],
  [/[\s:,-]+(?:in\s+)?[248]k$/, 'format'],
  [/[\s:,-]+(?:rated\s+)?(?:pg-13|nc-17)$/, 'format'],
  [/[\s:,-]+\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?$/, 'occasion'],
  [/[\s:,-]+(?:new\s+)?4k\s+(?:restoration|restored|remaster(?:ed)?)$/, 'format'],
  [/[\s:,-]+(?:sing|quote)-?\s?along$/, 'occasion'],
  ...EVENTS,
  [
    /(?:\s*[-:]\s*|\s+)(?:english\s+|japanese\s+)?(?:subtitled|dubbed|subbed|subs?|dub)$/,
    'language',
  ],
  [/\s+(?:cc|oc)$/, 'language'],
  [/[\s:,-]+(?:the\s+)?(?:director's|final|extended)\s+cut$/, 'cut'],
  [/(?<=\p{Script=Han})\s*(?:imax\s*3d|imax|3d|4d|2d)版?$/u, 'format'],
  [/(?<=\p{Script=Han})(?:国语版|粤语版|英语版|中文版|原版|国语|粤语)$/u, 'language'],
  [/(?<=\p{Script=Han})\s*(?:重映版?)$/u, 'again'],
]

/** What a piece in brackets says, or undefined where it is no mark. */
export function markOf(folded: string): Mark | undefined {
  const plain = folded
    .replace(/[-.:,/]+/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim()
  return MARKS.find(([pattern]) => pattern.test(plain))?.[1]
}

export type Stripped = {
  readonly text: string
  readonly marks: readonly Mark[]
  /** Of a re-release, where it is said. */
  readonly againIn?: number
}

/** Takes off what ends a title without brackets and is no part of it, as often as there is some. */
export function stripTrailing(folded: string): Stripped {
  const marks: Mark[] = []
  let text = folded
  let againIn: number | undefined
  for (let found = true; found; ) {
    found = false
    for (const [pattern, mark] of TRAILING) {
      const match = pattern.exec(text)
      if (!match || match.index === 0) continue
      text = text.slice(0, match.index).trim()
      marks.push(mark)
      if (match[1] !== undefined) againIn = Number(match[1])
      found = true
    }
  }
  return { text, marks, ...(againIn !== undefined && { againIn }) }
}
