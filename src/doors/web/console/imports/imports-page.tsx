import '../style/import-pages.css'
import { Button } from 'react-aria-components/Button'
import { FileDrop } from '../file-drop.tsx'
import { HouseGate } from '../house-gate.tsx'
import { ImportsTabs } from '../imports-tabs.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { useImports } from '../wire/queries.ts'
import { useGivenFiles } from './given-files.ts'
import { GivenPanel } from './given-panel.tsx'
import { ImportList } from './import-list.tsx'
import { KnownFiles } from './known-files.tsx'
import { useSendFiles } from './use-send-files.ts'
import { WatchedPanel } from './watched-panel.tsx'

/** Files of others: give them, see what each is, and follow those given before. */
export function ImportsPage() {
  const { t } = useText()
  return (
    <>
      <TopBar title={t('imports')}>
        <ImportsTabs />
      </TopBar>
      <HouseGate>{() => <Files />}</HouseGate>
    </>
  )
}

function Files() {
  const { send, sending, busy } = useSendFiles()
  const given = useGivenFiles()
  const imports = useImports()
  return (
    <main className="page" id="main">
      <FileDrop onFiles={(files) => void send(files)} busy={busy} />
      <GivenPanel files={given} sending={sending} />
      <WatchedPanel />
      {imports.isRefetchError && imports.data && <Stale onAgain={() => void imports.refetch()} />}
      <ImportList />
      {imports.data?.length === 0 && <KnownFiles />}
    </main>
  )
}

/** The list is of before: nobody answers just now. */
function Stale({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useText()
  return (
    <p className="stale-line" role="status">
      <StateGlyph state="stale" />
      {t('importsStale')}
      <Button className="link-button" onPress={onAgain}>
        {t('tryAgain')}
      </Button>
    </p>
  )
}
