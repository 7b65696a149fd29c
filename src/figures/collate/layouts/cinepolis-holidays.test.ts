import { expect, test } from 'vitest'
import { CINEPOLIS_HOLIDAYS } from './cinepolis-holidays.ts'
import { goldenOf } from './layout-testing.ts'

const FILE = `Fecha,Día,Nombre,Tipo
01/01/2016,Viernes,Año Nuevo,Descanso obligatorio
01/02/2016,Sábado,Vacaciones de invierno,Vacaciones escolares
05/10/2016,martes,Día de las madres,No obligatorio
01/03/2016,Martes,La fecha al revés,Vacaciones escolares
13/02/2016,Sábado,La fecha al revés,Vacaciones escolares
02/05/2016,Viernes,Otro,Puente
`

test('a day with its weekday beside it, the month first', async () => {
  const golden = await goldenOf(CINEPOLIS_HOLIDAYS, FILE)
  const said = { table: 'calendar_day', territory: 'MX', key: expect.any(String) }
  expect(golden).toEqual([
    [{ ...said, day: '2016-01-01', name: 'Año Nuevo', kind: 'holiday' }],
    [{ ...said, day: '2016-01-02', name: 'Vacaciones de invierno', kind: 'school' }],
    [{ ...said, day: '2016-05-10', name: 'Día de las madres', kind: 'holiday' }],
    'value_unknown: 01/03/2016, the month first, was a domingo; the row says “Martes”.',
    'moment_unreadable: “13/02/2016” is no date like “3/16/2018”.',
    expect.stringContaining('value_unknown: “Puente” is no kind of day'),
  ])
})

test('a rota with such columns is not theirs', async () => {
  const rota = 'Fecha,Día,Nombre,Tipo\n01/01/2016,Viernes,Ana,Mañana\n'
  await expect(goldenOf(CINEPOLIS_HOLIDAYS, rota)).rejects.toThrow('No layout fits')
})
