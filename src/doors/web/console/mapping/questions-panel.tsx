import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Choice, Question } from '#collate/pure'
import { Panel } from '../parts/panel.tsx'
import { SuggestField } from '../parts/suggest-field.tsx'
import { COMMON_CURRENCIES, zones } from '../places.ts'
import { useText } from '../texts/text.tsx'
import { useChoiceText } from './use-choice-text.ts'

type QuestionsPanelProps = {
  readonly questions: readonly Question[]
  readonly onAnswer: (question: Question, choice: Choice) => void
}

/** What nothing in the file settles about it as a whole: answers as buttons, or one to be typed. */
export function QuestionsPanel({ questions, onAnswer }: QuestionsPanelProps) {
  const { t } = useText()
  return (
    <Panel title={t('questionsTitle')} className="questions">
      <ol>
        {questions.map((question) => (
          <FileQuestion
            key={question.about + question.ask}
            question={question}
            onAnswer={(choice) => onAnswer(question, choice)}
          />
        ))}
      </ol>
    </Panel>
  )
}

/** Of so many answers one is taken from a list that can be typed into. */
const BUTTONS_MAX = 6

type FileQuestionProps = {
  readonly question: Question
  readonly onAnswer: (choice: Choice) => void
}

function FileQuestion({ question, onAnswer }: FileQuestionProps) {
  const text = useChoiceText()
  const { about, choices } = question
  const open = about === 'currency' || about === 'timezone' || about === 'territory'
  return (
    <li data-testid={`question-${about}`}>
      <p>{text.ask(question)}</p>
      <div className="answers">
        {choices.slice(0, BUTTONS_MAX).map((choice) => {
          const { say, shows } = text.choice(choice)
          return (
            <Button key={say + shows} className="answer" onPress={() => onAnswer(choice)}>
              {say}
              {shows !== undefined && <small>{shows}</small>}
            </Button>
          )
        })}
      </div>
      {(open || choices.length > BUTTONS_MAX) && <Typed question={question} onAnswer={onAnswer} />}
    </li>
  )
}

/** Any other currency, zone or country. */
function Typed({ question: { about, choices }, onAnswer }: FileQuestionProps) {
  const { t } = useText()
  const [value, setValue] = useState('')
  const offered = choices.flatMap((choice) => choice.value ?? choice.constant?.value ?? [])
  const items = about === 'timezone' ? zones() : about === 'currency' ? COMMON_CURRENCIES : offered
  const label = about === 'timezone' ? 'timezone' : about === 'currency' ? 'currency' : 'territory'
  const take = () => {
    const typed = about === 'timezone' ? value.trim() : value.trim().toUpperCase()
    const known = choices.find((one) => (one.value ?? one.constant?.value) === typed)
    onAnswer(known ?? { say: typed, value: typed })
  }
  return (
    <div className="typed">
      <SuggestField label={t(label)} help="" value={value} items={items} onChange={setValue} />
      <Button className="button" isDisabled={value.trim() === ''} onPress={take}>
        {t('answerIt')}
      </Button>
    </div>
  )
}
