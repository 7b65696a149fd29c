import { Download, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { DARK } from '#charts'
import { fileSize } from '../file-size.ts'
import { useText } from '../texts/text.tsx'
import { usePalette } from '../theme.tsx'
import type { FileFormat, PictureFormat } from '../wire/exports.ts'
import {
  FILE_FORMATS,
  fileAddress,
  PICTURE_FORMATS,
  pdfAddress,
  pictureAddress,
} from '../wire/exports.ts'
import type { Asked } from '../wire/questions.ts'
import { StateGlyph } from './state-glyph.tsx'
import type { Taking } from './use-taking.ts'
import { useTaking } from './use-taking.ts'

type ExportMenuProps = {
  /** Whose figures; absent where a page shows no one question. */
  readonly question?: Asked
  /** How its chart is drawn; absent where it has none. */
  readonly chart?: string
  /** The page with all that its address says, for paper. Unless said: where we are. */
  readonly path?: string
}

type Format = FileFormat | PictureFormat | 'pdf'

/** Takes a view away: its figures as a file, its chart as a picture, the page itself as a PDF. */
export function ExportMenu({ question, chart, path }: ExportMenuProps) {
  const { t, lang } = useText()
  const theme = usePalette() === DARK ? 'dark' : 'light'
  const trigger = useRef<HTMLButtonElement>(null)
  const { taking, take, stop } = useTaking()
  const addressOf = (format: Format) => {
    if (format === 'pdf') {
      // Paper is white, whatever the screen is.
      return pdfAddress(path ?? location.pathname + location.search, { lang, theme: 'light' })
    }
    if (!question) throw new Error('a file was asked for where no question is')
    if (format !== 'png' && format !== 'svg') return fileAddress(question, format, lang)
    return pictureAddress({ question, kind: chart ?? 'bar', format }, { lang, theme })
  }
  const start = (format: Format) => take(t(`export_${format}`), addressOf(format))
  return (
    <div className="export">
      <MenuTrigger>
        <Button ref={trigger} className="quiet-button" aria-label={t('exportAs')}>
          <Download size={16} strokeWidth={1.75} />
          <span className="wide">{t('exportAs')}</span>
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu export-menu" onAction={(key) => start(formatNamed(String(key)))}>
            {question && <Formats title={t('exportFigures')} formats={FILE_FORMATS} />}
            {question && chart !== undefined && (
              <Formats title={t('exportChart')} formats={PICTURE_FORMATS} />
            )}
            <Formats title={t('exportPage')} formats={['pdf']} />
          </Menu>
        </Popover>
      </MenuTrigger>
      <Popover
        className="popover"
        placement="bottom end"
        triggerRef={trigger}
        isOpen={taking.state !== 'idle'}
        isNonModal
        onOpenChange={(open) => {
          if (!open) stop()
        }}
      >
        <Dialog className="export-taking" aria-label={t('exportAs')}>
          <Standing {...{ taking, stop }} />
        </Dialog>
      </Popover>
    </div>
  )
}

const FORMATS: readonly Format[] = [...FILE_FORMATS, ...PICTURE_FORMATS, 'pdf']

function formatNamed(key: string): Format {
  return FORMATS.find((format) => format === key) ?? 'pdf'
}

type FormatsProps = { readonly title: string; readonly formats: readonly Format[] }

function Formats({ title, formats }: FormatsProps) {
  const { t } = useText()
  return (
    <MenuSection>
      <Header className="menu-header">{title}</Header>
      {formats.map((format) => (
        <MenuItem key={format} id={format} textValue={t(`export_${format}`)} className="menu-item">
          <span className="menu-name">
            {t(`export_${format}`)}
            <small>{t(`export_${format}Note`)}</small>
          </span>
        </MenuItem>
      ))}
    </MenuSection>
  )
}

type StandingProps = { readonly taking: Taking; readonly stop: () => void }

/** How far a file is, and what became of it. */
function Standing({ taking, stop }: StandingProps) {
  const { t, lang } = useText()
  if (taking.state === 'idle') return null
  const { name } = taking
  if (taking.state === 'failed') {
    return (
      <>
        <p role="alert">
          <StateGlyph state="failed" /> <b>{t('exportFailed')}</b>
          <span>{taking.say ?? t('exportBroken')}</span>
        </p>
        <Close label={t('exportClose')} stop={stop} />
      </>
    )
  }
  const size = fileSize(taking.bytes, lang)
  const words =
    taking.state === 'saved'
      ? t('exportSaved', { name: taking.fileName })
      : taking.bytes > 0
        ? t('exportComingBytes', { name, size })
        : t('exportComing', { name })
  return (
    <>
      <p role="status">
        {taking.state === 'coming' && <span className="export-turning" aria-hidden="true" />}
        {taking.state === 'saved' && <StateGlyph state="fresh" />}
        <span>{words}</span>
      </p>
      <Close label={taking.state === 'saved' ? t('exportClose') : t('exportCancel')} stop={stop} />
    </>
  )
}

function Close({ label, stop }: { readonly label: string; readonly stop: () => void }) {
  return (
    <Button className="icon-button" aria-label={label} onPress={stop}>
      <X size={16} strokeWidth={1.75} />
    </Button>
  )
}
