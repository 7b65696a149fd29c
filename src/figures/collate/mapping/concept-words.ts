/**
 * What columns are called, by what they mean: as tills, distributors and statistics offices write them,
 * in English, in both Chinese writings, and in other languages where we have met them.
 */
export const CONCEPT_WORDS = {
  film:
    'film|movie|title|film title|movie title|film name|movie name|movie nm|event|event name|' +
    'event title|show|show name|picture|programme|program|feature|performance name|release|' +
    'release title|name of film|session film|影片|影片名称|影片名|片名|电影|电影名|电影名称|电影名字|剧目|节目|電影|片名稱|' +
    '影片名稱|中文片名|电影中文名|pelicula|titulo|nombre de la pelicula|titre|filmtitel|judul|judul film|' +
    '영화|영화명|영화제목|ชื่อเรื่อง|ชื่อภาพยนตร์|ภาพยนตร์|filme|titre du film|titolo|production|' +
    'work|作品|作品名|タイトル|映画',
  otherTitle:
    'original title|english title|english name|title en|title english|en name|foreign title|' +
    'local title|alternate title|original name|英文名|英文片名|外文名|原名|英文名称|原片名|英文片名稱|' +
    'titulo original|titre original|originaltitel|원제|영문명|영화명(영문)|movie name en|movie nm en',
  filmCode:
    'film code|movie code|movie cd|film id|movie id|title id|ho code|hocode|film ho code|' +
    'eidr|imdb id|imdb|tconst|release id|event id|event code|title code|film no|影片编码|影片编号|' +
    '电影编码|排次号|影片代码|影片id|专资编码|電影編號|국가영화코드|영화코드|codigo pelicula|code film|film nr|filmnummer|' +
    'rentrak code|isan',
  distributor:
    'distributor|distributor name|distribution company|studio|studio name|distrib|dist|' +
    'distributed by|发行公司|发行|发行商|发行方|發行公司|發行商|distribuidora|distribuidor|distributeur|' +
    'verleih|verleiher|배급사|ผู้จัดจำหน่าย|distributore|distribuzione|distribution|申請人|申請公司|' +
    '发行人|片商|配給|配給会社',
  opensOn:
    'release date|opening date|open date|open dt|opened|premiere|premiere date|' +
    'date released|released|release dt|opening|上映日期|首映日期|公映日期|上映时间|首映|上映日|上映時間|' +
    'fecha de estreno|estreno|date de sortie|sortie|starttermin|kinostart|tanggal rilis|개봉일|' +
    'วันเข้าฉาย|prima|prima programmazione|erstaufführung|release week|data de lancamento|' +
    'lancamento|estreia|uscita|data uscita|data di uscita|kinostarttermin|公開日|公開',
  year:
    'year|film year|release year|production year|year of production|年份|年代|出品年份|ano|annee|' +
    'jahr|제작연도',
  runtime:
    'runtime|running time|duration|length|minutes|run time|runtime minutes|duration min|片长|' +
    '时长|影片时长|片長|duracion|duree|laufzeit|durasi|상영시간',
  cinema:
    'cinema|cinema name|theater|theatre|theater name|theatre name|site|site name|venue|' +
    'venue name|location|location name|complex|house name|exhibitor site|影院|影院名称|影城|影院名|' +
    '影城名称|电影院|戏院|戲院|戲院名稱|影院名稱|cine|nombre del cine|complejo|kino|cinema nom|bioskop|' +
    'nama bioskop|영화관|극장|극장명|영화관명|โรงภาพยนตร์|สาขา|store|store name|branch|outlet|shop',
  city:
    'city|town|city name|cinema city|市|城市|所在城市|地市|ciudad|ville|stadt|kota|도시|จังหวัด|cidade|' +
    'citta|suburb',
  territory:
    'territory|country|market|region code|country code|iso country|area country|国家|地区|国家地区|' +
    '国家/地区|國家|pais|pays|land|negara|국가|ประเทศ',
  currency:
    'currency|currency code|ccy|curr|iso currency|币种|货币|貨幣|幣別|moneda|devise|wahrung|' +
    'mata uang|통화',
  date:
    'date|day|dt|calendar date|日期|日付|日|fecha|dia|datum|tag|tanggal|날짜|일자|วันที่|data|jour|' +
    'as of|统计日期|數據日期|数据日期|business day|reporting date',
  tradingDay:
    'business date|trading day|trading date|trade date|session business date|businessdate|' +
    'accounting date|营业日|营业日期|營業日期|运营日期|fecha comercial|영업일|fecha contable',
  time: 'time|hour|时间|時間|hora|heure|uhrzeit|zeit|jam|시간|เวลา|clock|orario',
  moment:
    'date time|datetime|timestamp|date and time|日期时间|日期時間|fecha y hora|date et heure|일시',
  showDate:
    'show date|session date|screening date|performance date|play date|playdate|event date|' +
    'showing date|film date|showdate|date of show|exhibition date|放映日期|场次日期|演出日期|放映日|播放日期|' +
    '放映日期时间|fecha funcion|fecha de funcion|date seance|vorstellungsdatum|spieltag|' +
    'tanggal tayang|상영일|상영일자|วันที่ฉาย|event start date|session start date|show start date',
  showTime:
    'show time|showtime|session time|screening time|start time|performance time|starts at|' +
    'start|begin|begins|from time|play time|time of show|begins at|放映时间|场次时间|开场时间|开映时间|开始时间|' +
    '放映時間|場次|场次|开演时间|播放时间|演出时间|hora funcion|hora inicio|horario|funcion|seance|heure seance|' +
    'vorstellungsbeginn|beginn|anfangszeit|vorstellung|jam tayang|상영시작시간|상영시각|시작시간|รอบฉาย|' +
    'รอบ|horaire|event start time|session start time|show start time|show|film time|' +
    'movie time',
  showMoment:
    'show date time|session date time|showing date time|session datetime|show datetime|' +
    'screening start|session start|start datetime|performance date time|event date time|' +
    'screening|session|showing|performance|session date and time|start date time|' +
    'startdatetime|sessiondatetime|场次日期时间|放映场次|放映日期时间|开场日期时间|event start|show start',
  soldDate:
    'sale date|sales date|sold date|transaction date|order date|purchase date|booking date|' +
    'booked on|date of sale|trans date|invoice date|receipt date|date sold|销售日期|售票日期|购票日期|' +
    '交易日期|订单日期|銷售日期|購票日期|交易日|fecha venta|fecha de venta|fecha compra|date de vente|' +
    'date vente|verkaufsdatum|buchungsdatum|kaufdatum|tanggal transaksi|판매일|결제일|วันที่ขาย|' +
    '订票日期|订购日期|posted on|posted|posting date',
  soldTime:
    'sale time|sold time|transaction time|order time|purchase time|booking time|trans time|' +
    '售票时间|购票时间|交易时间|下单时间|出票时间|订单时间|销售时间|支付时间|交易時間|購票時間|出票時間|hora venta|heure de vente|' +
    'verkaufszeit|waktu transaksi|결제시간|판매시간|เวลาขาย',
  soldMoment:
    'sold at|sold on|transaction date time|transaction datetime|order datetime|' +
    'order date time|purchased at|paid at|booked at|created at|sale datetime|sold|created|' +
    'transaction timestamp|order timestamp|fecha y hora venta|결제일시|판매일시|付款时间|付款時間|成交时间|订票时间|' +
    '订购时间|预订时间',
  firstDay:
    'from|from date|start date|period start|week start|weekend start|week beginning|' +
    'week commencing|week from|start of week|date from|begin date|first day|playweek start|' +
    '开始日期|起始日期|周开始|起始日|開始日期|desde|fecha inicio|du|von|ab|dari|시작일|weekend start date|' +
    'week start date|period from',
  lastDay:
    'to|to date|end date|period end|week ending|weekend ending|week end|date to|until|' +
    'last day|w/e|week ending date|end of week|结束日期|截止日期|截至日期|结束日|結束日期|hasta|fecha fin|au|' +
    'bis|sampai|종료일|weekend end|week end date|weekend end date|period to',
  reportedDay:
    'reported on|report date|reported|date reported|上报日期|报告日期|report day|fecha informe',
  auditorium:
    'screen|auditorium|hall|house|screen name|screen number|screen no|auditorium name|' +
    'hall name|room|theater number|theatre number|audi|screen id|hall no|cinema screen|aud|' +
    'screen #|影厅|影厅名称|厅|厅名|放映厅|厅号|影廳|廳|影厅号|廳別|廳院|sala|salle|saal|studio nr|상영관|โรง|โรงที่|' +
    'leinwand|studio|theatre|theater',
  format:
    'format|film format|presentation|version|projection|print type|attributes|experience|制式|' +
    '影片制式|版本|放映制式|2d3d|规格|formato|formaat|fassung|포맷|상영형태|ระบบ',
  language:
    'language|audio|subtitle|lang|spoken language|audio language|subtitles|语言|语种|字幕|語言|' +
    'idioma|langue|sprache|bahasa|언어|ภาษา',
  seats:
    'seats|capacity|seats available|total seats|seat count|seats offered|house capacity|' +
    'seat capacity|cap|screen capacity|no of seats|座位数|总座位数|座位|可售座位|总座位|席位数|座位數|座位总数|排座|排座数|' +
    'asientos|capacidad|aforo|places|capacite|platze|sitzplatze|kapazitat|kapasitas|좌석수|좌석|' +
    '총좌석수|จำนวนที่นั่ง',
  status:
    'status|state|order status|ticket status|transaction status|state of sale|状态|订单状态|票状态|' +
    '交易状态|狀態|estado|statut|상태|สถานะ',
  ticketType:
    'ticket type|price level|ticket name|ticket category|ticket class|price lvl|' +
    'type of ticket|ticket description|admission type|ticket|tariff|rate|fare|patron type|' +
    'seat category|price band|price category|price card|ticket type name|票类|票种|票类名称|票类型|' +
    '票种名称|票別|票種|票券种类|座位类型|tipo de entrada|tipo entrada|tipo boleto|tarif|type de billet|' +
    'kartenart|kartentyp|preiskategorie|ticketart|jenis tiket|권종|티켓종류|발권종류|ประเภทตั๋ว|' +
    'tipo biglietto|class|class label|class name|seat class|ticket kind',
  seat:
    'seat|seat no|seat number|seat code|seat label|seat id|座位号|座号|座位编号|座位名称|座位號|asiento|' +
    'butaca|siege|platz|sitzplatz|kursi|nomor kursi|좌석번호|ที่นั่ง|座位',
  kind: 'type|kind|类型|類型|类别名|tipo|art|jenis|구분|종류|ประเภท',
  saleKind:
    'sale or refund|transaction type|trans type|type of transaction|sale type|operation|' +
    'is refund|refund|action|record type|entry type|操作类型|交易类型|业务类型|销售类型|交易類型|售退标志|退票标志|售退票|' +
    'tipo movimiento|tipo operacion|type operation|buchungsart|거래구분',
  channel:
    'channel|sales channel|source|sold via|sale channel|sold by channel|outlet type|' +
    'booking channel|origin|platform|渠道|销售渠道|售票渠道|购票渠道|销售平台|平台|票务平台|渠道名称|通路|購票通路|canal|' +
    'canal de venta|canal de vente|vertriebsweg|verkaufskanal|kanal|saluran|판매채널|채널|예매처|' +
    'ช่องทาง',
  payment:
    'payment|payment method|payment type|tender|pay method|pay methods|paid by|tender type|' +
    'payment mode|method of payment|支付方式|付款方式|支付渠道|结算方式|收款方式|支付类型|forma de pago|' +
    'metodo de pago|mode de paiement|moyen de paiement|zahlungsart|zahlart|' +
    'metode pembayaran|결제수단|결제방법|ชำระโดย|reglement|pago|tipo de pago|reglement mode',
  quantity:
    'quantity|qty|tickets|tickets sold|number of tickets|no of tickets|count|ticket count|' +
    'qty sold|units|units sold|sold qty|num tickets|ticket qty|tkts|seats sold|sales qty|数量|' +
    '张数|票数|售出票数|售票张数|出票张数|销售数量|售出数量|數量|張數|票數|人数|cantidad|entradas|boletos|entradas vendidas|' +
    'boletos vendidos|quantite|nombre de billets|billets|anzahl|menge|tickets anzahl|' +
    'verkaufte karten|karten|jumlah|jumlah tiket|tiket terjual|수량|매수|발권매수|판매수량|จำนวน|' +
    'จำนวนตั๋ว|quantita|biglietti|sold|number sold|ticket sold|seats booked|no sold|qte|出票数|' +
    '出票量',
  admissions:
    'admissions|admits|attendance|adm|admission|audience|spectators|footfall|visitors|' +
    'attendees|audi cnt|audience count|patrons|guests|pax|admit|aud count|人次|观影人次|观众人次|观影人数|' +
    '觀影人次|觀眾人次|观众|人次(万)|espectadores|asistencia|asistentes|entrees|spectateurs|besucher|' +
    'besucherzahl|zuschauer|penonton|jumlah penonton|관객수|관람객|ผู้ชม|publico|spettatori|' +
    'presenze|view info|動員|週末動員|観客動員数|paid admits|paid admissions',
  price:
    'price|total|amount|total price|total amount|amt|sales|sales amount|value|ticket value|' +
    'line total|gross amount|gross price|total incl|extended price|gross sales|' +
    'net sales incl tax|ticket revenue|revenue|takings|sum|ticket sales|金额|总金额|销售额|合计|销售金额|' +
    '票款|票款金额|售票金额|金額|總金額|總計|小计|小計|importe|total venta|monto|montant|prix total|betrag|' +
    'gesamt|gesamtpreis|summe|umsatz brutto|jumlah harga|harga total|금액|판매금액|발권금액|결제금액|' +
    'ยอดเงิน|รวม|จำนวนเงิน|importo|valor|结算价|结算金额|结算价格|subtotal|sub total|extended|' +
    'line amount|gross value|出票金额|出票票房|collection|gross collection',
  unitPrice:
    'unit price|item price|price each|ticket price|face value|each|price per ticket|' +
    'single price|list price|price unit|per ticket|单价|票价|售价|票面价|票面价格|零售单价|單價|票價|售價|' +
    'precio unitario|precio|prix unitaire|prix|einzelpreis|preis|stuckpreis|harga|' +
    'harga satuan|harga tiket|단가|티켓가격|ราคา|ราคาต่อหน่วย|prezzo|preco|价格|價格|ticket rate|pu|' +
    'prix unit|pu ttc|rate per ticket',
  net:
    'net|net amount|net price|price ex tax|ex vat|excl vat|net of tax|price excl tax|' +
    'net sales|net revenue|amount excl tax|net total|excl tax|ex gst|不含税金额|净额|未税金额|不含税|税前金额|' +
    '淨額|未稅|neto|importe neto|montant ht|ht|prix ht|netto|nettobetrag|공급가액|net box office|' +
    'imponibile',
  paid:
    'paid|amount paid|total paid|order total|grand total|total with fees|total incl fees|' +
    'amount charged|charged|total charged|实付|实付金额|支付金额|实收|实收金额|订单金额|付款金额|實付|實付金額|應付金額|总价|' +
    'total pagado|total paye|bezahlt|gezahlt|dibayar|실결제금액',
  tax:
    'tax|vat|gst|sales tax|tax amount|vat amount|iva|tva|mwst|ust|ppn|steuer|tasa impuesto|' +
    'impuesto|impuestos|taxe|pajak|amusement tax|entertainment tax|admission tax|税|税额|税金|' +
    '增值税|稅|稅額|娱乐税|부가세|세금|ภาษี|imposta|hst',
  fee:
    'fee|fees|booking fee|service fee|service charge|convenience fee|comm|commission|' +
    'surcharge|handling fee|charges|online fee|web fee|bkg fee|booking fees|网络服务费|手续费|网费|' +
    '网络代售费|代售费|手續費|订票手续费|cargo servicio|cargo por servicio|frais|frais de reservation|' +
    'vorverkaufsgebuhr|gebuhr|gebuhren|systemgebuhr|biaya layanan|biaya admin|수수료|예매수수료|' +
    'ค่าธรรมเนียม|平台服务费|线上服务费|网售服务费|網路服務費',
  feeHall:
    'cinema fee|house fee|hall fee|facility fee|hall service fee|3d surcharge|' +
    'screen service fee|影厅服务费|影院服务费|服务费|厅服务费|厅费|服務費|影厅费',
  gross:
    'gross|gross revenue|box office|boxoffice|gross box office|gbo|daily gross|' +
    'weekend gross|week gross|weekly gross|day gross|box office gross|bo|gross usd|' +
    'revenue gross|ticket gross|gross receipts|3 day gross|fss gross|weekend|gross takings|' +
    '票房|日票房|当日票房|单日票房|综合票房|实时票房|周票房|周末票房|票房收入|票房金额|當日票房|週末票房|單日票房|box office usd|' +
    'recaudacion|recaudacion bruta|taquilla|recettes|recette|box office eur|einspiel|' +
    'einspielergebnis|umsatz|pendapatan|매출액|매출|รายได้|faturamento|renda|incasso|incassi|' +
    'sales amt|day amount|box info|split box info|split box office|興収|週末興収|興行収入|' +
    'week end gross|collection|gross collection|net collection|box office collection',
  grossToDate:
    'gross to date|total gross|cume|cumulative|cumulative gross|cumulative box office|' +
    'total gross to date|to date|gross cume|cum gross|running total|cume gross|ytd gross|' +
    'lifetime gross|total cume|cumulated gross|累计票房|总票房累计|累积票房|累計票房|截至票房|总累计票房|累計金額|累计|' +
    'recaudacion acumulada|acumulado|total acumulado|recettes cumulees|cumul recettes|cumul|' +
    'einspiel gesamt|umsatz gesamt|누적매출액|누적매출|sales acc|รายได้รวม|sum box office|' +
    'renda acumulada|totale incasso|kumuliert|总票房|total box office|影片总票房|總票房|sum box info|' +
    'sum box|累計興収|累計興行収入',
  admissionsToDate:
    'total admissions|admissions to date|cumulative admissions|cume admissions|' +
    'cumul entrees|cum admissions|admissions cume|累计人次|累计观影人次|总人次累计|累計人次|' +
    'espectadores acumulados|total espectadores|cumul des entrees|entrees cumulees|' +
    'besucher gesamt|누적관객수|누적관객|audi acc|publico acumulado|presenze totali|zuschauer gesamt|' +
    '总人次|总观影人次',
  screenings:
    'screenings|shows|sessions|showings|show count|number of shows|session count|' +
    'performances|show cnt|no of shows|number of screenings|number of sessions|showcount|' +
    '场次数|场次|排片场次|放映场次数|总场次|場次數|排片|场数|排片数|funciones|seances|nombre de seances|vorstellungen|' +
    'anzahl vorstellungen|jumlah pertunjukan|상영횟수|จำนวนรอบ|sessoes|day showcount|spettacoli|' +
    'show info|場次',
  screens:
    'screens|screen count|number of screens|scrn cnt|prints|copies|no of screens|银幕数|厅数|拷贝|' +
    '影厅数|银幕|銀幕數|pantallas|copias|ecrans|copies france|kopien|leinwande|jumlah layar|스크린수|' +
    '스크린|จำนวนโรง|salas|schermi|スクリーン数',
  sites:
    'theaters|theatres|sites|locations|cinemas|number of theaters|number of cinemas|' +
    'theater count|venues|locs|locs.|no of sites|number of sites|theatre count|engagements|' +
    'thtrs|#theaters|# theaters|no of cinemas|影院数|上映影院|影院数量|排片影院|开画影院|戲院數|影院數|cines|' +
    'numero de cines|complejos|cinemas nombre|etablissements|kinos|spielstatten|' +
    'jumlah bioskop|극장수|cinemas num|cinemas count|上映院數|院數|上映影院数|放映影院数|戲院數目|影院數目|館数',
  priceLow:
    'lowest price|min price|price from|from price|price min|lowest|起价|最低票价|最低价|' +
    'precio minimo|prix min|harga terendah|price low',
  priceHigh:
    'highest price|max price|price to|price max|highest|最高票价|最高价|precio maximo|prix max|' +
    'harga tertinggi|price high',
  product:
    'product|item|item name|product name|menu item|item description|description|article|' +
    'goods|product description|sku name|stock item|商品|商品名称|品名|卖品|卖品名称|产品|产品名称|货品|商品名稱|品項|' +
    'producto|articulo|produit|article nom|artikel|produkt|bezeichnung|barang|nama barang|' +
    'produk|상품|상품명|สินค้า|รายการ|prodotto|menu',
  productGroup:
    'product group|category|item category|product category|item group|department|class|' +
    'product type|item class|menu group|family|group|商品类别|类别|品类|分类|商品分类|卖品类别|商品類別|類別|' +
    'categoria|familia|categorie|famille|warengruppe|kategorie|kategori|카테고리|상품분류|หมวด',
  priceType:
    'price type|sales line type|discount type|promo|promotion|price kind|促销|优惠类型|活动|优惠|價格類型|' +
    'promocion|aktion|promo name|price name|offer|price point name|price point|variation',
  order:
    'order number|order no|order id|transaction id|transaction number|transaction no|' +
    'receipt|receipt no|receipt number|invoice|invoice no|invoice number|bill no|' +
    'check number|ticket number|booking id|booking reference|booking ref|trans no|trans id|' +
    'order reference|order ref|transactionid|order #|receipt #|txn id|bill|reference|订单号|' +
    '订单编号|交易号|流水号|小票号|单号|交易流水号|小票编号|交易编号|票号|取票码|订单|訂單編號|交易序號|發票號碼|numero de orden|folio|' +
    'numero ticket|numero de commande|ticket no|belegnummer|beleg|bonnummer|rechnungsnummer|' +
    'nomor struk|no transaksi|주문번호|거래번호|예매번호|เลขที่ใบเสร็จ|เลขที่',
  card:
    'card|card number|card no|gift card|gift card number|voucher|voucher number|' +
    'voucher code|card id|account number|anonymous number|coupon|coupon code|' +
    'certificate number|card ref|卡号|会员卡号|礼品卡号|储值卡号|券号|券码|卡編號|卡號|票券编号|tarjeta|' +
    'numero de tarjeta|numero carte|carte|kartennummer|gutschein|gutscheinnummer|' +
    'gutscheincode|nomor kartu|카드번호|상품권번호|หมายเลขบัตร|numero carta',
  cardType:
    'card type|voucher type|gift type|card product|type of card|卡类型|卡种|券类型|卡種|卡类别|' +
    'tipo de tarjeta|type carte|gutscheinart|kartentyp gutschein|jenis kartu|카드종류|' +
    'ประเภทบัตร',
  activity:
    'activity|activity desc|activity type|movement|action type|event type|card activity|' +
    'transaction description|业务类型名称|变动类型|变动原因|摘要|操作|異動類型|movimiento|mouvement|bewegung|' +
    'vorgang|aktivitas|거래내용|ประเภทรายการ|transaction|action|what|movement type',
  activityDate:
    'activity date|movement date|变动日期|发生日期|变动时间|发生时间|異動日期|fecha movimiento',
  amountIn:
    'credit|load|loaded|topup|top up|issued|amount in|deposit|added|recharge amount|充值金额|' +
    '收入金额|存入|充值|儲值金額|abono|ingreso|aufladung|gutschrift|충전금액',
  amountOut:
    'debit|redeemed|amount out|spent|redemption|used|amount used|消费金额|支出金额|扣款金额|消费|扣款|使用金額|' +
    'cargo|egreso|einlosung|verbrauch|사용금액',
  period: 'period|period type|frequency|周期|统计周期|periodicity',
  definition: 'definition|basis of figure|统计口径|口径',
} as const

export type Concept = keyof typeof CONCEPT_WORDS
