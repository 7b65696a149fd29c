/** What columns are called that stay in the file, by why they do. */
export const LEFT_OUT_WORDS = {
  staff:
    'cashier|operator|staff|employee|user|user name|sold by|clerk|rep id|rep|teller|' +
    'staff name|seller|operator id|user id|employee name|served by|attendant|manager|' +
    'cashier name|sales person|salesperson|till operator|售票员|操作员|收银员|营业员|员工|经办人|服务员|操作人|售票員|' +
    '收銀員|店员|cajero|empleado|vendedor|taquillero|caissier|vendeur|kassierer|mitarbeiter|' +
    'bediener|kasir|petugas|담당자|판매원|พนักงาน',
  customer:
    'customer|customer name|guest|guest name|member|member name|member id|member no|patron|' +
    'patron name|email|e mail|phone|mobile|phone number|mobile number|name|first name|' +
    'last name|surname|loyalty|loyalty id|loyalty number|customer id|telephone|address|' +
    'buyer|buyer name|contact|dob|birthday|booker|会员|会员姓名|会员号|会员编号|姓名|手机号|手机|手机号码|电话|顾客|客户|' +
    '客户名称|联系电话|购票人|身份证|會員|會員編號|手機|購票人|cliente|nombre del cliente|correo|telefono|client|nom|' +
    'prenom|kunde|kundenname|telefon|pelanggan|nama pelanggan|nomor hp|고객명|회원번호|전화번호|이름|' +
    'ลูกค้า|สมาชิก|เบอร์โทร|openid',
  rank:
    'rank|ranking|position|pos|td|lw|yd|rank yesterday|last rank|this week|last week|' +
    'lw rank|no|no.|#|rank old and new|rank inten|tw|rnum|place|排名|名次|序号|编号|序號|puesto|rang|' +
    'posicion|pl|peringkat|순위|อันดับ|platz nr|nr|nº|posizione|irank|順位|rangfolge|' +
    'ranking position',
  share:
    'share|market share|pct|percent|percentage|% share|gross share|box office share|boxper|' +
    'sales share|% of total|rate of|share %|seat share|show share|occupancy|seat rate|' +
    'load factor|fill rate|% occupancy|utilisation|attendance rate|att ratio|capacity used|' +
    '占比|票房占比|排片占比|场次占比|排座占比|上座率|市场份额|份额|占座率|排片率|比例|佔比|座位占比|黄金场占比|黄金场次占比|participacion|cuota|' +
    'part de marche|marktanteil|anteil|auslastung|pangsa|점유율|매출점유율|좌석점유율|좌석판매율|สัดส่วน|' +
    'ocupacion|taux de remplissage|quota',
  change:
    'change|% change|weekly change|change %|drop|% chg|chg|yd %|lw %|pct change|' +
    'pct vs yesterday|pct vs last week|% yd|% lw|change from last week|growth|wow|' +
    'week on week|+/-|change vs lw|delta|variation|环比|同比|涨跌|环比变化|增长率|增幅|較上週|跌幅|变化|變化|' +
    'variacion|evolution|veranderung|perubahan|증감|증감율|전일대비|เปลี่ยนแปลง|audi change|' +
    'sales change|audi inten|sales inten|variazione',
  average:
    'average|avg|per theater average|avg per theater|average per site|screen average|' +
    'per screen|theater average|site average|avg ticket price|average price|' +
    'average ticket price|atp|per location|average per theater|avg people|per cap|' +
    'spend per head|sph|avg gross|avg price|p pc|average per screen|per theatre|loc avg|' +
    'avg per location|平均票价|场均人次|场均|场均票房|均价|平均|场均收入|人均|單館平均|平均票價|每场人次|场均观影人次|promedio|' +
    'precio promedio|copia promedio|moyenne|durchschnitt|schnitt|besucherschnitt|rata rata|' +
    '평균|평균관람료|เฉลี่ย|media|kopienschnitt',
  score:
    'score|rating|imdb rating|rating score|metascore|audience score|votes|stars|cinemascore|' +
    '评分|猫眼评分|豆瓣评分|淘票票评分|口碑|评价人数|想看人数|想看|評分|puntuacion|note|bewertung|평점|reviews|' +
    'rotten tomatoes',
  certificate:
    'certificate|rated|age rating|censor|classification|mpaa|cert|rating certificate|分级|' +
    'clasificacion|fsk|klasifikasi|관람등급|age category|content rating',
  genre:
    'genre|genres|type of film|film genre|类型片|影片类型|genero|gattung|장르|แนว|kategori film|题材|' +
    'film type|movie type',
  people:
    'director|cast|actors|actor|writer|producer|stars cast|lead actor|导演|主演|演员|编剧|導演|演員|' +
    'reparto|realisateur|regie|regisseur|sutradara|감독|배우|ผู้กำกับ|producers|main cast|制片人|' +
    '监制',
  web: 'url|link|website|poster|image|trailer|homepage|image url|poster url|链接|海报|图片|網址|enlace',
  note:
    'note|notes|comment|comments|remark|remarks|memo|备注|说明|備註|notas|observaciones|remarque|' +
    'bemerkung|catatan|keterangan|비고|หมายเหตุ|footnote|overview|synopsis|plot|简介|剧情|tagline',
  weekday:
    'weekday|day of week|dow|day name|星期|周几|星期几|星期幾|dia de la semana|dia semana|' +
    'jour de la semaine|wochentag|hari|요일|วัน|dow name|giorno|day of the week',
  daysOut:
    'days|day number|days in release|day of release|weeks|week|weeks in release|week number|' +
    'week no|wk|wks|weeks on release|# of weeks|release week|days on release|day no|' +
    'number of days|weekend number|release days|run week|周次|上映天数|上映周次|第几周|上映周数|上映週次|上映日数|' +
    'week of release|semana|semanas|semaine|sem|woche|wochen|spielwoche|spieltage|minggu ke|' +
    '주차|สัปดาห์|movie day|settimana|play week|screening days|release info|上映日數|日數|tage',
  technical:
    'id|uuid|guid|row|row id|row number|index|key|hash|created by|updated at|last updated|' +
    'modified|modified at|version no|batch|batch id|file|import id|sequence|seq|crawl time|' +
    'scraped at|snapshot time|更新时间|抓取时间|采集时间|创建时间|主键|最后更新|unnamed|unnamed 0|terminal|' +
    'terminal id|workstation|workstation id|device|pos id|till id|till no|till number|' +
    'register|register no|station|终端|终端号|机号|pos机|caja|kasse|kassennummer|estreno new|is new|' +
    'new|estimated|new this day|tmdb id|session id|session no|session code|session number|' +
    'screening id|showtime id|show id|performance id|performance code|场次编码|场次编号|场次id|场次号|' +
    '影院编码|影院编号|cinema code|cinema id|site id|site code|theater code|theater id|theatre id|' +
    'theatre code|venue id|location id|unit no|theatre unit|影厅编码|hall code|movie rank|sku|' +
    'product sku|product code|item code|product id|barcode|plu|upc|商品编码|商品编号|条码|货号|' +
    'artikelnummer|codigo producto|kode barang|상품코드|ean|item no|item number|circuit code|' +
    'chain code|film type code|till|pos|point of sale|kiosk|lane|统计时间|統計時間|报表时间|end|' +
    'end time|ends|ends at|finish|散场时间|结束时间|fin|ende|end of show',
  chain:
    'circuit|chain|exhibitor|exhibitor name|circuit name|brand|院线|院线名称|影投|影投公司|影管公司|院線|' +
    'cadena|circuito|kette|cadena exhibidora|exhibidor|chain name|theater chain|branche',
  region:
    'region|state|province|district|county|zone|dma|area|省|省份|区域|区县|大区|行政区|州|縣市|provincia|' +
    'departement|bundesland|provinsi|지역|ภาค|rm|branch region|estado/provincia|zip|postcode|' +
    'zip code|postal code',
  cost:
    'budget|production budget|cost|profit|margin|discount|discount amount|film hire|rental|' +
    'film rental|rent|share amount|cogs|cost price|worldwide gross|international gross|' +
    'foreign gross|domestic gross|overseas|opening weekend|first weekend|first day gross|' +
    'predicted gross|forecast|prediction|预测票房|成本|利润|优惠金额|折扣|折扣金额|片租|分账|分账比例|预售票房|预测总票房|' +
    'presale|presales|advance|descuento|coste|remise|rabatt|diskon|할인|할인금액|ส่วนลด|本周票房上周|' +
    '首日票房|首周票房|首周末票房|海外票房|補貼|补贴|补贴金额|专项资金|电影专项资金|專資|fund|levy|change due|tip|tips|rounding|' +
    'balance|remaining balance|closing balance|balance after|余额|卡余额|餘額|saldo|solde|' +
    'restguthaben|잔액|ยอดคงเหลือ|deferred|last week gross|lw gross|previous gross|prev gross|' +
    'yesterday gross|remaining|remaining value|amount remaining|current balance|new balance',
  country:
    'origin country|country of origin|production country|nation|rep nation|nation cd|' +
    'rep nation cd|original language|制片国家|制片地区|产地|国别|出品国家|製片國|nacionalidad|pais de origen|' +
    'nationalite|herkunftsland|대표국적|국적|sala nacional|nationality|original country',
  kindOfFilm:
    'multi movie yn|is art|art film|独立电影|series|franchise|strand|folder|season|brand name|' +
    'production method|creative type|source material|系列|internal event name|internal name|' +
    'production companies|keywords|production company|制作公司|出品公司|出品方|制作|제작사|producer company|' +
    'film class|local gross',
} as const

export type LeftOut = keyof typeof LEFT_OUT_WORDS
