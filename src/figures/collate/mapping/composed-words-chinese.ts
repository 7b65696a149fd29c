import type { Composed } from './composed-words.ts'

const FILM_CN = '影片|电影|片|電影|片子|节目'
const SHOW_CN = '场次|放映|演出|开场|开映|播放|排片|場次|放映場次|开演|上映场次'
const SALE_CN =
  '售票|购票|出票|交易|订单|下单|支付|付款|销售|订票|成交|結帳|銷售|購票|售卖|卖出|取票|创建订单|结算'
const PLACE_CN = '影院|影城|戏院|电影院|门店|店|戲院|剧场|影剧院'
const ROOM_CN = '影厅|放映厅|厅|影廳|廳'
const GOODS_CN = '商品|卖品|产品|货品|品|物品|套餐|食品'
const CARD_CN = '卡|会员卡|储值卡|礼品卡|券|礼品券|影票券|兑换券|預付卡|电影卡'

export const COMPOSED_CHINESE: readonly Composed[] = [
  { first: FILM_CN, second: '名称|名|名字|片名|标题|中文名|全称|名稱|简称', concept: 'film' },
  { first: FILM_CN, second: '编码|编号|代码|id|编号码|號碼|唯一码|排次号', concept: 'filmCode' },
  { first: SHOW_CN, second: '日期|日|营业日', concept: 'showDate' },
  { first: SHOW_CN, second: '时间|时刻|開始時間|开始时间|時間|起始时间', concept: 'showTime' },
  { first: SHOW_CN, second: '日期时间|时间点|日期及时间', concept: 'showMoment' },
  { first: SHOW_CN, second: '结束时间|散场时间|编码|编号|id|号|状态', leftOut: 'technical' },
  { first: SALE_CN, second: '日期|日', concept: 'soldDate' },
  { first: SALE_CN, second: '时间|时刻|日期时间|時間|完成时间|成功时间', concept: 'soldTime' },
  { first: SALE_CN, second: '渠道|平台|来源|终端类型|通路|途径|入口|渠道名称', concept: 'channel' },
  { first: SALE_CN, second: '类型|类别|状态|标志|種類|标识', concept: 'saleKind' },
  {
    first: '支付|付款|结算|收款|付费|購買|缴费',
    second: '方式|类型|渠道|手段|方法|工具',
    concept: 'payment',
  },
  { first: '购票|售票|取票|出票|销售', second: '方式|来源', concept: 'channel' },
  {
    first: '订单|交易|小票|流水|单据|票|取票|销售单|凭证|票券|訂單',
    second: '号|编号|号码|单号|流水号|编码|id|序号|唯一码',
    concept: 'order',
  },
  { first: PLACE_CN, second: '名称|名|简称|全称|名稱', concept: 'cinema' },
  { first: PLACE_CN, second: '编码|编号|代码|id|专资编码', leftOut: 'technical' },
  { first: PLACE_CN, second: '所在城市|城市|所在地', concept: 'city' },
  { first: PLACE_CN, second: '省份|区域|地址|等级|所属院线|所在省', leftOut: 'region' },
  { first: ROOM_CN, second: '名称|名|号|编号名|序号|類型名', concept: 'auditorium' },
  { first: ROOM_CN, second: '编码|编号|id|类型', leftOut: 'technical' },
  { first: ROOM_CN, second: '座位数|座位|容量|总座位数|座位总数', concept: 'seats' },
  {
    first: '票|票券|影票|电影票|票品|观众|席位',
    second: '类|种|型|类型|种类|类别|类名称|名称|类名|種|别',
    concept: 'ticketType',
  },
  { first: '座位|座|席位|位置', second: '号|编号|号码|名称|位置|信息|排号|明细', concept: 'seat' },
  {
    first: '出票|售票|购票|销售|售出|票|订票|观影|影票|总',
    second: '张数|数量|数|票数|总数|枚数|人数|份数',
    concept: 'quantity',
  },
  {
    first: '观影|观众|观看|入场|总|当日|当日观影|购票|週末觀影|本周|周|日|全天|累计观影',
    second: '人次|人数|人次数|总人次',
    concept: 'admissions',
  },
  {
    first: '票面|原|单张|零售|销售|标准|实际|单|挂牌|最终|会员|结算|成交',
    second: '单价|票价|价|价格|售价|单张价格',
    concept: 'unitPrice',
  },
  {
    first: '票款|出票|售票|销售|总|应收|票房|小计|合计|票|成交|票面|影票',
    second: '金额|总额|总价|总金额|收入|合计|款|额',
    concept: 'price',
  },
  {
    first: '网络|平台|线上|网售|网票|代售|渠道|售票|第三方|购票|互联网|订票',
    second: '服务费|手续费|代售费|费用|费|服务费用',
    concept: 'fee',
  },
  {
    first: '影院|影厅|厅|影城|场地|增值|3d|影廳',
    second: '服务费|费|费用|附加费',
    concept: 'feeHall',
  },
  { first: GOODS_CN, second: '名称|名|名字|全称|名稱|描述', concept: 'product' },
  { first: GOODS_CN, second: '类别|分类|类型|品类|大类|种类|類別|组', concept: 'productGroup' },
  { first: GOODS_CN, second: '编码|编号|条码|id|代码', leftOut: 'technical' },
  { first: CARD_CN, second: '号|卡号|编号|号码|券号|券码|编码|内码', concept: 'card' },
  { first: CARD_CN, second: '类型|类别|种类|种|等级|名称|级别', concept: 'cardType' },
  { first: CARD_CN, second: '余额|卡余额|剩余金额|结余|后余额', leftOut: 'cost' },
  {
    first: '变动|发生|交易|操作|业务|流水|消费|异动',
    second: '类型|类别|事由|原因|内容|項目',
    concept: 'activity',
  },
  { first: '变动|发生|业务|操作|流水|记账', second: '时间|日期|日', concept: 'activityDate' },
  { first: '发生|变动|交易|操作', second: '金额|额', concept: 'price' },
  { first: '充值|存入|收入|储值|开卡', second: '金额|额|金', concept: 'amountIn' },
  { first: '消费|扣款|支出|使用|扣减', second: '金额|额|金', concept: 'amountOut' },
  {
    first:
      '日|当日|单日|周|本周|周末|月|当月|总|综合|分账|实时|今日|预估外|全国|当天|全日|本日|當日|單日|週末',
    second: '票房|票房收入|票房额|票房金额|总票房|票房总额',
    concept: 'gross',
  },
  {
    first: '累计|累積|总累计|截至|上映以来|历史|累計|影片累计',
    second: '票房|总票房|票房收入|票房金额|分账票房|综合票房',
    concept: 'grossToDate',
  },
  {
    first: '累计|累積|总累计|累計',
    second: '人次|观影人次|观众人次|票数|人数',
    concept: 'admissionsToDate',
  },
  {
    first: '放映|排片|总|当日|日|本周|上映|实际|全国|影片',
    second: '场次|场数|场次数|总场次|排片场次',
    concept: 'screenings',
  },
  {
    first: '上映|放映|开画|排映|参与|覆盖|排片',
    second: '影院数|影院|影城数|戏院数|影院数量|院数',
    concept: 'sites',
  },
  { first: '上映|首映|公映|开画|发行|定档', second: '日期|日|时间|首日|日子', concept: 'opensOn' },
  { first: '统计|数据|营业|业务|报表|票房|运营|结算|日期', second: '日期|日', concept: 'date' },
  { first: '开始|起始|周|起|自', second: '日期|日|起始日|开始日', concept: 'firstDay' },
  { first: '结束|截止|周末|止|至|终止', second: '日期|日|结束日', concept: 'lastDay' },
  {
    first: '售票|操作|收银|值班|销售|经办|检票|柜台|业务|录入',
    second: '员|人|人员|员工|员姓名|员编号|工号|者',
    leftOut: 'staff',
  },
  {
    first: '会员|客户|顾客|购票人|用户|买家|联系人|持卡人|观众',
    second: '姓名|名称|手机|手机号|电话|编号|号|id|卡号|等级|昵称|身份证号',
    leftOut: 'customer',
  },
  {
    first: '平均|场均|单场|单座|人均|每场|均|单银幕',
    second: '票价|人次|票房|收入|上座率|消费|收益|价格|场次',
    leftOut: 'average',
  },
  {
    first: '票房|场次|排片|排座|人次|座位|黄金场|市场|收入|拷贝',
    second: '占比|份额|比例|率|比|百分比',
    leftOut: 'share',
  },
  {
    first: '更新|抓取|采集|创建|录入|导出|统计|上传|数据获取|同步|修改|生成',
    second: '时间|日期时间|时刻|戳',
    leftOut: 'technical',
  },
  {
    first: '优惠|折扣|补贴|退款|退票|活动|抵扣|红包|票补|立减',
    second: '金额|额|价|手续费|总额|费',
    leftOut: 'cost',
  },
]
