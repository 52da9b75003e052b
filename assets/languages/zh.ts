<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>Closed</name>
    <message>
        <source>Closed now</source>
        <translation>现已关门</translation>
    </message>
    <message>
        <source>Inside already? Show your code again to finish.</source>
        <translation>已在里面？请再次出示取件码完成取件。</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>现在不营业</translation>
    </message>
    <message>
        <source>We open on %1 at %2</source>
        <translation>%1 %2 开门</translation>
    </message>
    <message>
        <source>We open today at %1</source>
        <translation>今天 %1 开门</translation>
    </message>
    <message>
        <source>We open tomorrow at %1</source>
        <translation>明天 %1 开门</translation>
    </message>
    <message>
        <source>Your parcel stays safe, and your code stays good.</source>
        <translation>您的包裹安全保管，取件码继续有效。</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>ddd d MMM HH:mm</source>
        <translation>M月d日 ddd HH:mm</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>! worth a look</source>
        <translation>! 值得一看</translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 秒</translation>
    </message>
    <message>
        <source>%1 · locks in %2 s</source>
        <translation>%1 · %2 秒后锁定</translation>
    </message>
    <message>
        <source>%1, %2. Parcels: %3</source>
        <translation>%1，%2。共 %3 件</translation>
    </message>
    <message>
        <source>%1, %2: %3 to %4</source>
        <translation>%1，%2：%3 至 %4</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>还有 %n 件未到</numerusform>
        </translation>
    </message>
    <message>
        <source>A colleague is handing it over at this moment.</source>
        <translation>同事正在交付这件包裹。</translation>
    </message>
    <message>
        <source>A customer calls</source>
        <translation>顾客呼叫</translation>
    </message>
    <message>
        <source>A lamp shines in. Turn camera or lamp away.</source>
        <translation>有灯光直射。请转开摄像头或灯。</translation>
    </message>
    <message>
        <source>A new code. The old one opens nothing.</source>
        <translation>新取件码。旧码已失效。</translation>
    </message>
    <message>
        <source>A receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>A second person must sign.</source>
        <translation>须由第二人签字。</translation>
    </message>
    <message>
        <source>A web link</source>
        <translation>网页链接</translation>
    </message>
    <message>
        <source>Against what was shown</source>
        <translation>与出示过的比对</translation>
    </message>
    <message>
        <source>Aim the camera</source>
        <translation>对准摄像头</translation>
    </message>
    <message>
        <source>Another depot&apos;s code</source>
        <translation>其他站点的码</translation>
    </message>
    <message>
        <source>Another parcel with this label is here. See to that one first.</source>
        <translation>另有一件同面单的包裹。请先处理那件。</translation>
    </message>
    <message>
        <source>As it was written</source>
        <translation>与写入时一致</translation>
    </message>
    <message>
        <source>At the desk only</source>
        <translation>仅限服务台</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Being released</source>
        <translation>正在放行</translation>
    </message>
    <message>
        <source>Bring the parcels</source>
        <translation>把包裹拿来</translation>
    </message>
    <message>
        <source>Cannot be found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>Collected before</source>
        <translation>已取走</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Days without a backup; is the stick there?</source>
        <translation>多天未备份；U 盘在吗？</translation>
    </message>
    <message>
        <source>Desk called</source>
        <translation>已呼叫服务台</translation>
    </message>
    <message>
        <source>Desk hours: %1</source>
        <translation>服务台时间：%1</translation>
    </message>
    <message>
        <source>Dispute…</source>
        <translation>争议…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Each takes</source>
        <translation>每张耗时</translation>
    </message>
    <message>
        <source>Entered, as told on paper.</source>
        <translation>已按纸面记录登记。</translation>
    </message>
    <message>
        <source>Entered: cannot be found. These may have been mixed up with it.</source>
        <translation>已登记：找不到。可能与以下包裹拿混。</translation>
    </message>
    <message>
        <source>Entered: handed over.</source>
        <translation>已登记：已交付。</translation>
    </message>
    <message>
        <source>Entered: returned to the carrier.</source>
        <translation>已登记：退回承运商。</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Explain: nothing is here for it</source>
        <translation>请说明：这里没有对应包裹</translation>
    </message>
    <message>
        <source>Finest read</source>
        <translation>最小可读</translation>
    </message>
    <message>
        <source>First entry that is wrong</source>
        <translation>第一条有误的条目</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>已找回</translation>
    </message>
    <message numerus="yes">
        <source>Found wanting: %n</source>
        <translation>
            <numerusform>需处理：%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Fragile</source>
        <translation>易碎</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>出具时间</translation>
    </message>
    <message>
        <source>Glare</source>
        <translation>反光</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>过去帮忙</translation>
    </message>
    <message>
        <source>Gone back to the carrier</source>
        <translation>已退回承运商</translation>
    </message>
    <message>
        <source>Good. Fix the camera as it is.</source>
        <translation>很好。请固定摄像头。</translation>
    </message>
    <message>
        <source>Hand it out at the desk</source>
        <translation>在服务台交付</translation>
    </message>
    <message>
        <source>Hand out at the desk</source>
        <translation>在服务台交付</translation>
    </message>
    <message>
        <source>Hand over now</source>
        <translation>现在交付</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>交付…</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>Handed over. Undo takes it back.</source>
        <translation>已交付。可撤销。</translation>
    </message>
    <message>
        <source>Hold the test sheet flat, where codes are held.</source>
        <translation>请将测试页平放在扫码处。</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>结果如何？</translation>
    </message>
    <message>
        <source>I see to it</source>
        <translation>我来处理</translation>
    </message>
    <message>
        <source>ID seen</source>
        <translation>已验证件</translation>
    </message>
    <message>
        <source>ID seen, name matches</source>
        <translation>已验证件，姓名相符</translation>
    </message>
    <message>
        <source>ID seen, name matches the label?</source>
        <translation>已验证件，姓名与面单相符？</translation>
    </message>
    <message>
        <source>ID to be seen</source>
        <translation>须验证件</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <source>It agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>It belongs here.</source>
        <translation>它就在这里。</translation>
    </message>
    <message>
        <source>It belongs to %1.</source>
        <translation>它应在 %1。</translation>
    </message>
    <message>
        <source>It came back…</source>
        <translation>已送回…</translation>
    </message>
    <message>
        <source>It cannot be saved. A technician mends the folder of desk.reports.</source>
        <translation>无法保存。请技术员检查 desk.reports 文件夹。</translation>
    </message>
    <message>
        <source>It cannot have left then. See the sheet again.</source>
        <translation>那时不可能已离开。请再看记录单。</translation>
    </message>
    <message>
        <source>It could not be found until now. Touch it to say where it lies.</source>
        <translation>此前一直找不到。点它说明现在的位置。</translation>
    </message>
    <message>
        <source>It differs. Keep the files, call a technician.</source>
        <translation>不一致。请保留文件并联系技术员。</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>在这里</translation>
    </message>
    <message>
        <source>It left by the ledger, yet it lies here. Take it to the desk.</source>
        <translation>账上已离开，但它在这里。请拿到服务台。</translation>
    </message>
    <message>
        <source>It lies at %1 now.</source>
        <translation>现放在 %1。</translation>
    </message>
    <message>
        <source>It must be somebody else.</source>
        <translation>必须是另一个人。</translation>
    </message>
    <message>
        <source>It waits again at %1.</source>
        <translation>又在 %1 待取。</translation>
    </message>
    <message>
        <source>It waits at %1.</source>
        <translation>在 %1 待取。</translation>
    </message>
    <message>
        <source>It was handed over</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>It was never taken in.</source>
        <translation>从未入库。</translation>
    </message>
    <message>
        <source>Keep the parcel with you and wait here, please.</source>
        <translation>请拿好包裹，在此稍候。</translation>
    </message>
    <message>
        <source>Keep your code at hand and wait here, please.</source>
        <translation>请准备好取件码，在此稍候。</translation>
    </message>
    <message>
        <source>Keypads closed for wrong codes</source>
        <translation>因错码关闭键盘</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>Label ends in</source>
        <translation>面单尾号</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Last day…</source>
        <translation>最后期限…</translation>
    </message>
    <message>
        <source>Last seen there</source>
        <translation>上次在此看到</translation>
    </message>
    <message>
        <source>Leave names, phone numbers and ID numbers out, and say it shortly.</source>
        <translation>请勿写姓名、电话和证件号，并尽量简短。</translation>
    </message>
    <message>
        <source>Left its shelf since it was seen there</source>
        <translation>上次看到后离开该货架的包裹</translation>
    </message>
    <message>
        <source>Left on paper…</source>
        <translation>纸面交付…</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Locked. Your badge opens it again.</source>
        <translation>已锁定。刷工牌可再打开。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一遍</translation>
    </message>
    <message>
        <source>Look at the places beside</source>
        <translation>看看旁边的货位</translation>
    </message>
    <message>
        <source>Look it over</source>
        <translation>全面检查</translation>
    </message>
    <message>
        <source>Look the parcel up</source>
        <translation>查找包裹</translation>
    </message>
    <message>
        <source>Looking the kiosk over: half a minute…</source>
        <translation>正在检查本机：半分钟…</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>生成新码</translation>
    </message>
    <message>
        <source>Making a backup, and reading it again…</source>
        <translation>正在备份并复读…</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>标记…</translation>
    </message>
    <message>
        <source>May sign later: it stays owed</source>
        <translation>可稍后签字：暂记为待签</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Moved, latest first</source>
        <translation>移动过，最近的在前</translation>
    </message>
    <message>
        <source>Never received</source>
        <translation>从未收到</translation>
    </message>
    <message>
        <source>New USB devices</source>
        <translation>新的 USB 设备</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>新码</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No frames come. Look at the camera&apos;s cable.</source>
        <translation>没有画面。请检查摄像头线。</translation>
    </message>
    <message>
        <source>Nobody at the desk</source>
        <translation>服务台无人</translation>
    </message>
    <message>
        <source>Nobody here has that badge or name.</source>
        <translation>没有此工牌或名字。</translation>
    </message>
    <message>
        <source>Nobody signs for themselves.</source>
        <translation>不能为自己签字。</translation>
    </message>
    <message>
        <source>Not a code of ours</source>
        <translation>不是我们的码</translation>
    </message>
    <message>
        <source>Not arrived yet</source>
        <translation>尚未到达</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Not of this shelf</source>
        <translation>不属于此货架</translation>
    </message>
    <message>
        <source>Not sharp. Turn the lens, wipe the glass.</source>
        <translation>不清晰。请调焦并擦净镜头。</translation>
    </message>
    <message>
        <source>Nothing here fits that.</source>
        <translation>没有匹配的内容。</translation>
    </message>
    <message>
        <source>Nothing is wanting</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Nothing left that shelf since. Look around it.</source>
        <translation>之后没有包裹离开该货架。请在附近找找。</translation>
    </message>
    <message>
        <source>Of these, without a code</source>
        <translation>其中无码</translation>
    </message>
    <message>
        <source>Only a supervisor signs here.</source>
        <translation>此处只能由主管签字。</translation>
    </message>
    <message>
        <source>Only the desk hands it out</source>
        <translation>只能由服务台交付</translation>
    </message>
    <message>
        <source>Only who did it can take it back.</source>
        <translation>只有操作者本人可撤销。</translation>
    </message>
    <message>
        <source>Oversize</source>
        <translation>超大</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 的 PIN 码</translation>
    </message>
    <message>
        <source>Paper list</source>
        <translation>纸质清单</translation>
    </message>
    <message>
        <source>Past its day</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Past their day</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Photograph this and keep it</source>
        <translation>请拍下并保存</translation>
    </message>
    <message>
        <source>Pixels a mm</source>
        <translation>每毫米像素</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Please wait here for a moment.</source>
        <translation>请在此稍候。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print the paper list</source>
        <translation>打印纸质清单</translation>
    </message>
    <message numerus="yes">
        <source>Printer off: %n slips kept</source>
        <translation>
            <numerusform>打印机未就绪：保留了 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Program files changed</source>
        <translation>程序文件有改动</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Released by hand</source>
        <translation>人工放行</translation>
    </message>
    <message>
        <source>Return to carrier</source>
        <translation>退回承运商</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Returned to the carrier</source>
        <translation>已退回承运商</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Say when it was collected</source>
        <translation>告知取走时间</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>请简短说明原因。</translation>
    </message>
    <message>
        <source>Scanned before.</source>
        <translation>已扫过。</translation>
    </message>
    <message>
        <source>Seal the shift</source>
        <translation>封存班次</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>Second signatures owed</source>
        <translation>待补的第二签字</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看到</translation>
    </message>
    <message>
        <source>Send no message</source>
        <translation>不发短信</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>解决…</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>货架</translation>
    </message>
    <message>
        <source>Shelf check</source>
        <translation>盘点货架</translation>
    </message>
    <message>
        <source>Shift end</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>班次报告</translation>
    </message>
    <message>
        <source>Shown, not confirmed</source>
        <translation>已出示，未确认</translation>
    </message>
    <message>
        <source>Shown, open</source>
        <translation>已出示，未完</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Sign later</source>
        <translation>稍后签字</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Signatures owed</source>
        <translation>待签</translation>
    </message>
    <message>
        <source>Signed out. Good bye.</source>
        <translation>已退出。再见。</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>已签字。</translation>
    </message>
    <message>
        <source>Signs now</source>
        <translation>现在签字</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>自昨天以来</translation>
    </message>
    <message>
        <source>Since yesterday: nothing unusual</source>
        <translation>自昨天以来：一切正常</translation>
    </message>
    <message>
        <source>Since yesterday: please look at this</source>
        <translation>自昨天以来：请查看以下情况</translation>
    </message>
    <message>
        <source>Somebody else began this. Go back and begin again.</source>
        <translation>这是别人开始的。请返回重新开始。</translation>
    </message>
    <message>
        <source>Somebody was faster. It stands as: %2.</source>
        <translation>有人更快。现状态：%2。</translation>
    </message>
    <message>
        <source>Someone is coming</source>
        <translation>工作人员马上就来</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>特殊</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Starts outside hours</source>
        <translation>非营业时间启动</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Station %1 calls: %2</source>
        <translation>%1 号机呼叫：%2</translation>
    </message>
    <message>
        <source>Station %1 calls: %2, %3</source>
        <translation>%1 号机呼叫：%2，%3</translation>
    </message>
    <message>
        <source>Still to be seen</source>
        <translation>尚未看到</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Taken back. The parcel stands as before.</source>
        <translation>已撤销。包裹恢复原状。</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已入库</translation>
    </message>
    <message>
        <source>Taken in: %1.</source>
        <translation>已入库：%1。</translation>
    </message>
    <message>
        <source>That is no checkpoint, or a part of it is missing.</source>
        <translation>这不是检查点，或内容不全。</translation>
    </message>
    <message>
        <source>That is not a badge.</source>
        <translation>这不是工牌。</translation>
    </message>
    <message>
        <source>That is not a day to come. Write it like 2030-12-24.</source>
        <translation>不是将来的日期。请写成 2030-12-24。</translation>
    </message>
    <message>
        <source>That is not a delivery label. Turn the parcel, or type the number under the bars.</source>
        <translation>这不是快递面单。请翻转包裹，或输入条码下的号码。</translation>
    </message>
    <message>
        <source>That is not a place. Scan a shelf, or type one like B-12 or B-12-047.</source>
        <translation>这不是货位。请扫货架码，或输入如 B-12、B-12-047。</translation>
    </message>
    <message>
        <source>That is not a time. Write it like 14:30, or 2030-12-24 14:30.</source>
        <translation>时间格式不对。请写成 14:30 或 2030-12-24 14:30。</translation>
    </message>
    <message>
        <source>That is not this parcel&apos;s label.</source>
        <translation>不是这件包裹的面单。</translation>
    </message>
    <message>
        <source>That reason is not on this depot&apos;s list.</source>
        <translation>本站列表中没有此原因。</translation>
    </message>
    <message>
        <source>That was done before.</source>
        <translation>之前已完成。</translation>
    </message>
    <message>
        <source>That was not done. Look it up again.</source>
        <translation>未完成。请重新查找。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>PIN 码错误。</translation>
    </message>
    <message>
        <source>The carrier asked for it</source>
        <translation>承运商要求</translation>
    </message>
    <message>
        <source>The code is damaged</source>
        <translation>码已损坏</translation>
    </message>
    <message>
        <source>The code is lost</source>
        <translation>取件码丢失</translation>
    </message>
    <message>
        <source>The code is unknown</source>
        <translation>码未知</translation>
    </message>
    <message>
        <source>The code was replaced</source>
        <translation>码已更换</translation>
    </message>
    <message>
        <source>The customer&apos;s call is yours.</source>
        <translation>此呼叫由您处理。</translation>
    </message>
    <message>
        <source>The desk can look for your parcel without a code. Please wait here.</source>
        <translation>没有取件码，工作人员也能帮您查找。请在此稍候。</translation>
    </message>
    <message>
        <source>The desk is empty right now</source>
        <translation>服务台现在无人</translation>
    </message>
    <message>
        <source>The desk sees where it is. Please wait here.</source>
        <translation>工作人员知道它在哪里。请在此稍候。</translation>
    </message>
    <message>
        <source>The desk sees where it should be. Please wait here.</source>
        <translation>工作人员知道它应在哪里。请在此稍候。</translation>
    </message>
    <message>
        <source>The dispute is open.</source>
        <translation>争议已登记。</translation>
    </message>
    <message>
        <source>The dispute is settled.</source>
        <translation>争议已解决。</translation>
    </message>
    <message>
        <source>The label is damaged</source>
        <translation>面单破损</translation>
    </message>
    <message>
        <source>The ledger, checked</source>
        <translation>账本核查结果</translation>
    </message>
    <message>
        <source>The phone is dead</source>
        <translation>手机没电</translation>
    </message>
    <message>
        <source>The printer has it.</source>
        <translation>已送打印机。</translation>
    </message>
    <message>
        <source>The store does not answer. Call a technician.</source>
        <translation>数据库无响应。请联系技术员。</translation>
    </message>
    <message>
        <source>The two numbers differ. Start again with the label.</source>
        <translation>两次号码不同。请重新从面单开始。</translation>
    </message>
    <message>
        <source>The wrong parcel</source>
        <translation>拿错包裹</translation>
    </message>
    <message>
        <source>This badge is another depot&apos;s.</source>
        <translation>这是其他站点的工牌。</translation>
    </message>
    <message>
        <source>This badge is locked. A supervisor gives it a new PIN.</source>
        <translation>工牌已锁。请主管设新 PIN 码。</translation>
    </message>
    <message>
        <source>This badge opens nothing any more.</source>
        <translation>此工牌已失效。</translation>
    </message>
    <message>
        <source>This is for somebody else to do: a supervisor can.</source>
        <translation>此操作须由他人进行：主管可以。</translation>
    </message>
    <message>
        <source>This parcel is here already, at %1.</source>
        <translation>这件已在 %1。</translation>
    </message>
    <message>
        <source>This receipt is</source>
        <translation>此收据</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班次</translation>
    </message>
    <message>
        <source>This will be entered</source>
        <translation>将登记如下</translation>
    </message>
    <message>
        <source>To be brought</source>
        <translation>待送来</translation>
    </message>
    <message>
        <source>Too bright. Shade the place where codes are held.</source>
        <translation>太亮。请给扫码处遮光。</translation>
    </message>
    <message>
        <source>Too dark. Light the place where codes are held.</source>
        <translation>太暗。请给扫码处加灯。</translation>
    </message>
    <message>
        <source>Too far. Bring the camera closer.</source>
        <translation>太远。请移近摄像头。</translation>
    </message>
    <message>
        <source>Too few frames. More light, or another USB port.</source>
        <translation>帧数太少。请加光或换 USB 口。</translation>
    </message>
    <message>
        <source>Too large for the shelf</source>
        <translation>货架放不下</translation>
    </message>
    <message>
        <source>Too late for that.</source>
        <translation>已来不及。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %3.</source>
        <translation>PIN 错误过多。请 %3后再试。</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>错码过多</translation>
    </message>
    <message>
        <source>Too near. Move the camera away.</source>
        <translation>太近。请移远摄像头。</translation>
    </message>
    <message>
        <source>Touch what is special</source>
        <translation>点选特殊之处</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>撤销（%1）</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待取</translation>
    </message>
    <message>
        <source>Waiting, oldest first</source>
        <translation>待取，最早的在前</translation>
    </message>
    <message>
        <source>We bring it to you</source>
        <translation>我们给您送来</translation>
    </message>
    <message>
        <source>We look for your parcel</source>
        <translation>我们帮您找包裹</translation>
    </message>
    <message>
        <source>What is the dispute about?</source>
        <translation>争议原因？</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>When, by whom</source>
        <translation>时间、经手人</translation>
    </message>
    <message>
        <source>Where it may be</source>
        <translation>可能在哪里</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why without its code?</source>
        <translation>为何没有取件码？</translation>
    </message>
    <message>
        <source>Wrong PINs</source>
        <translation>PIN 错误</translation>
    </message>
    <message>
        <source>Wrong parcels caught</source>
        <translation>拦下的错件</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Your PIN is needed for this.</source>
        <translation>需要您的 PIN 码。</translation>
    </message>
    <message>
        <source>Your parcel stays safe here, and your code stays good.</source>
        <translation>您的包裹在此安全保管，取件码继续有效。</translation>
    </message>
    <message>
        <source>a supervisor signs, too: scan the badge, or type the name</source>
        <translation>主管也须签字：刷工牌或输入名字</translation>
    </message>
    <message>
        <source>bring it</source>
        <translation>请送来</translation>
    </message>
    <message>
        <source>brought by a clerk</source>
        <translation>由店员送来</translation>
    </message>
    <message>
        <source>by a tap</source>
        <translation>点按确认</translation>
    </message>
    <message>
        <source>by their label</source>
        <translation>扫面单</translation>
    </message>
    <message>
        <source>for a week or longer</source>
        <translation>一周或更久</translation>
    </message>
    <message>
        <source>for two to six days</source>
        <translation>二至六天</translation>
    </message>
    <message>
        <source>forged or altered</source>
        <translation>伪造或被改动</translation>
    </message>
    <message>
        <source>genuine</source>
        <translation>真实有效</translation>
    </message>
    <message>
        <source>genuine, of a time that a restore lost</source>
        <translation>真实，但属于恢复时丢失的时段</translation>
    </message>
    <message>
        <source>needs help</source>
        <translation>需要帮助</translation>
    </message>
    <message>
        <source>next number</source>
        <translation>下一号码</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>没有码</translation>
    </message>
    <message>
        <source>not on the shelf</source>
        <translation>货架上没有</translation>
    </message>
    <message>
        <source>not one of a kiosk, or damaged</source>
        <translation>不是本系统的收据，或已损坏</translation>
    </message>
    <message>
        <source>of another kiosk</source>
        <translation>属于其他终端</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>纸面</translation>
    </message>
    <message>
        <source>or type a day like 2030-12-24</source>
        <translation>或输入日期，如 2030-12-24</translation>
    </message>
    <message>
        <source>say why, without names and numbers</source>
        <translation>说明原因，不写姓名和号码</translation>
    </message>
    <message>
        <source>scan every label on the shelf</source>
        <translation>扫描货架上的每张面单</translation>
    </message>
    <message>
        <source>scan its delivery label</source>
        <translation>扫描它的面单</translation>
    </message>
    <message>
        <source>scan or type its place</source>
        <translation>扫描或输入货位</translation>
    </message>
    <message>
        <source>scan or type the shelf</source>
        <translation>扫描或输入货架</translation>
    </message>
    <message>
        <source>scan or type where it lies now</source>
        <translation>扫描或输入现在的货位</translation>
    </message>
    <message>
        <source>scan or type: label, place, code, last characters</source>
        <translation>扫描或输入：面单、货位、取件码、尾号</translation>
    </message>
    <message>
        <source>scan the delivery label</source>
        <translation>扫描快递面单</translation>
    </message>
    <message>
        <source>scan your badge, or type your name</source>
        <translation>刷工牌，或输入您的名字</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>since %1 %2</source>
        <translation>自%1 %2</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>今天起</translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation>昨天起</translation>
    </message>
    <message>
        <source>type the same number once more</source>
        <translation>再输入一次相同号码</translation>
    </message>
    <message>
        <source>used last</source>
        <translation>上次用的</translation>
    </message>
    <message>
        <source>was refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>when, as the sheet says: 14:30</source>
        <translation>何时，如记录单：14:30</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>无码</translation>
    </message>
    <message>
        <source>wrong parcel</source>
        <translation>拿错包裹</translation>
    </message>
    <message>
        <source>× wanting</source>
        <translation>× 需处理</translation>
    </message>
    <message>
        <source>✓ well</source>
        <translation>✓ 正常</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message numerus="yes">
        <source>%n parcels, %1</source>
        <translation>
            <numerusform>%n 件包裹，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>All yours.</source>
        <translation>取件完成。</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>再见</translation>
    </message>
    <message>
        <source>Next code may be shown now</source>
        <translation>下一位可以出示取件码了</translation>
    </message>
    <message>
        <source>Photograph the receipt if you want proof. We keep ours until %1. They say how many and when, never who.</source>
        <translation>如需凭证，请拍下收据。我们的凭证保存至%1。上面只有件数和时间，没有姓名。</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>收据 %1</translation>
    </message>
    <message numerus="yes">
        <source>The desk has %n more parcels ready for you.</source>
        <translation>
            <numerusform>服务台还为您备好了 %n 件包裹。</numerusform>
        </translation>
    </message>
    <message>
        <source>We keep a proof until %1. It says how many and when, never who.</source>
        <translation>凭证保存至%1，其中只有件数和时间，没有姓名。</translation>
    </message>
    <message>
        <source>What is kept, until when</source>
        <translation>保存什么、到何时</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message numerus="yes">
        <source>%n parcels for you</source>
        <translation>
            <numerusform>您有 %n 件包裹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>还有 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>再加一个码</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>在服务台</translation>
    </message>
    <message>
        <source>Bring it to me</source>
        <translation>请帮我拿来</translation>
    </message>
    <message>
        <source>From place</source>
        <translation>取自货位</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>我拿到了</translation>
    </message>
    <message>
        <source>Label won’t scan</source>
        <translation>面单扫不出</translation>
    </message>
    <message>
        <source>Next, on place</source>
        <translation>下一件，货位</translation>
    </message>
    <message>
        <source>No need to walk</source>
        <translation>您无需走动</translation>
    </message>
    <message>
        <source>Not on the shelf</source>
        <translation>货架上没有</translation>
    </message>
    <message>
        <source>On place</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Plan of the shelves: %1</source>
        <translation>货架平面图：%1</translation>
    </message>
    <message>
        <source>Type its label</source>
        <translation>输入面单号</translation>
    </message>
    <message>
        <source>What we keep</source>
        <translation>我们保存什么</translation>
    </message>
    <message>
        <source>You may walk to the shelves: this screen is free for others.</source>
        <translation>您可以去货架取件，屏幕留给下一位。</translation>
    </message>
    <message>
        <source>call the desk for it</source>
        <translation>请呼叫服务台</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>its label ends in %1</source>
        <translation>面单尾号 %1</translation>
    </message>
    <message>
        <source>take it, then tap here</source>
        <translation>拿到后，请点这里</translation>
    </message>
    <message>
        <source>then scan its label here</source>
        <translation>拿到后，在此扫面单</translation>
    </message>
    <message>
        <source>then type its label here</source>
        <translation>拿到后，在此输入面单号</translation>
    </message>
    <message>
        <source>…%1</source>
        <translation>…%1</translation>
    </message>
</context>
<context>
    <name>LockedOut</name>
    <message>
        <source>Keypad resting</source>
        <translation>键盘暂停</translation>
    </message>
    <message>
        <source>Scanning still works: hold your code toward the reader.</source>
        <translation>扫码照常：请将取件码对准扫码器。</translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n hours</source>
        <translation>
            <numerusform>键盘 %n 小时后恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n minutes</source>
        <translation>
            <numerusform>键盘 %n 分钟后恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keypad is back in %n seconds</source>
        <translation>
            <numerusform>键盘 %n 秒后恢复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Manner</name>
    <message numerus="yes">
        <source>Are you still there? The screen starts afresh in %n seconds.</source>
        <translation>
            <numerusform>您还在吗？屏幕将在 %n 秒后重新开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation>颜色：%1</translation>
    </message>
    <message>
        <source>Controls low</source>
        <translation>按键放低</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>black on white</source>
        <translation>白底黑字</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>纸色</translation>
    </message>
    <message>
        <source>yellow on black</source>
        <translation>黑底黄字</translation>
    </message>
</context>
<context>
    <name>MyParcel</name>
    <message>
        <source>4 characters to find it by.</source>
        <translation>用于查找的 4 个字符。</translation>
    </message>
    <message numerus="yes">
        <source>All that happened with it, sealed. Everything goes %n days after you collect.</source>
        <translation>
            <numerusform>发生过的一切，加密保存。取件 %n 天后全部删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>All that happened with it, sealed. Everything goes on %1.</source>
        <translation>发生过的一切，加密保存。%1全部删除。</translation>
    </message>
    <message>
        <source>Carrier: %1.</source>
        <translation>承运商：%1。</translation>
    </message>
    <message>
        <source>Checked by the desk on %1.</source>
        <translation>服务台于%1核对过。</translation>
    </message>
    <message>
        <source>Collected on %1, %2.</source>
        <translation>%1 %2 取走。</translation>
    </message>
    <message>
        <source>Delete what can go</source>
        <translation>删除可删的内容</translation>
    </message>
    <message>
        <source>Deleted. Only the proof stays</source>
        <translation>已删除，只保留凭证</translation>
    </message>
    <message>
        <source>Given out by the desk on %1, with the reason and which clerk.</source>
        <translation>服务台于%1人工交付，记有原因和经手人。</translation>
    </message>
    <message>
        <source>Here since %1, %2.</source>
        <translation>%1 %2 到站。</translation>
    </message>
    <message>
        <source>In dispute since %1, %2.</source>
        <translation>%1 %2 起有争议。</translation>
    </message>
    <message>
        <source>Its code of %1, scrambled.</source>
        <translation>%1的取件码，已加密。</translation>
    </message>
    <message>
        <source>Its code of %1, until your text is sent.</source>
        <translation>%1的取件码，保存到短信发出为止。</translation>
    </message>
    <message>
        <source>Its number, scrambled.</source>
        <translation>单号，已加密。</translation>
    </message>
    <message>
        <source>Its number, until its carrier is told, two days at most.</source>
        <translation>单号，保存到通知承运商为止，最多两天。</translation>
    </message>
    <message>
        <source>Known since %1.</source>
        <translation>%1起已登记。</translation>
    </message>
    <message>
        <source>Last shown on %1, %2, at station %3.</source>
        <translation>上次出示：%1 %2，%3 号机。</translation>
    </message>
    <message>
        <source>Looked for since %1, %2.</source>
        <translation>%1 %2 起正在寻找。</translation>
    </message>
    <message>
        <source>Moved on %1.</source>
        <translation>%1移动过。</translation>
    </message>
    <message>
        <source>Next parcel</source>
        <translation>下一件包裹</translation>
    </message>
    <message>
        <source>Not confirmed since %1, %2.</source>
        <translation>%1 %2 起未确认。</translation>
    </message>
    <message>
        <source>On its way since %1, %2.</source>
        <translation>%1 %2 起在途中。</translation>
    </message>
    <message>
        <source>On the shelf until %1.</source>
        <translation>在货架上存放至%1。</translation>
    </message>
    <message>
        <source>Place: %1.</source>
        <translation>货位：%1。</translation>
    </message>
    <message>
        <source>Sent back on %1, %2.</source>
        <translation>%1 %2 退回。</translation>
    </message>
    <message>
        <source>The desk hands it out.</source>
        <translation>由服务台交付。</translation>
    </message>
    <message>
        <source>The number on its label.</source>
        <translation>面单上的单号。</translation>
    </message>
    <message>
        <source>We keep this about parcel %1 of %2</source>
        <translation>我们保存的信息：第 %1 件，共 %2 件</translation>
    </message>
    <message>
        <source>We keep this about your parcel</source>
        <translation>我们保存的您包裹的信息</translation>
    </message>
    <message>
        <source>Withdrawn on %1.</source>
        <translation>%1作废。</translation>
    </message>
    <message>
        <source>Yours to take since %1, %2.</source>
        <translation>%1 %2 起可取走。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>%1 answers for it: ask, correct, object or complain at the desk.</source>
        <translation>由 %1 负责：如需询问、更正、反对或投诉，请到服务台。</translation>
    </message>
    <message>
        <source>A friend may bring your code. Show it to see all we keep, and to delete what can go.</source>
        <translation>朋友可凭您的取件码代取。出示取件码，即可查看我们保存的全部信息，并删除可删除的内容。</translation>
    </message>
    <message>
        <source>Anybody can check a receipt with this key, without a network.</source>
        <translation>任何人都可以用这个公钥核验收据，无需网络。</translation>
    </message>
    <message>
        <source>Its number, place, code, and what happened when. No name, no face, no picture.</source>
        <translation>即单号、货位、取件码，以及何时发生了什么。没有姓名、人脸和图像。</translation>
    </message>
    <message>
        <source>Its number, place, code, what happened when, and 4 characters to find it by. No name, no face, no picture.</source>
        <translation>即单号、货位、取件码、何时发生了什么，以及用于查找的 4 个字符。没有姓名、人脸和图像。</translation>
    </message>
    <message>
        <source>Notice %1, %2</source>
        <translation>说明第 %1 版，%2</translation>
    </message>
    <message numerus="yes">
        <source>We keep %n facts about a parcel, none about you</source>
        <translation>
            <numerusform>每件包裹存 %n 项信息，不存您的信息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When you collect, the number goes. A sealed proof stays %n days for disputes.</source>
        <translation>
            <numerusform>取件后单号即删除。加密凭证为处理争议保存 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>保留至%1</translation>
    </message>
</context>
<context>
    <name>OtherBarcode</name>
    <message>
        <source>Another barcode</source>
        <translation>其他条码</translation>
    </message>
    <message>
        <source>Show my place again</source>
        <translation>再看我的货位</translation>
    </message>
    <message>
        <source>That is another barcode</source>
        <translation>这是另一个条码</translation>
    </message>
    <message>
        <source>Turn to the delivery label, the one with the address, and show that.</source>
        <translation>请翻到有地址的快递面单，对准扫码器。</translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <source>Another program holds the store. End it.</source>
        <translation>数据库被其他程序占用。请结束该程序。</translation>
    </message>
    <message>
        <source>For the technician: %1</source>
        <translation>给技术员：%1</translation>
    </message>
    <message>
        <source>For the technician: %1. %2</source>
        <translation>给技术员：%1。%2</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>暂停服务</translation>
    </message>
    <message>
        <source>Please go to the desk</source>
        <translation>请到服务台</translation>
    </message>
    <message>
        <source>The disk fails. Check it, then start again.</source>
        <translation>磁盘故障。请检查后重新启动。</translation>
    </message>
    <message>
        <source>The disk is full. Free space.</source>
        <translation>磁盘已满。请清理空间。</translation>
    </message>
    <message>
        <source>The disk takes no writes. Check it and its mount.</source>
        <translation>磁盘无法写入。请检查磁盘及挂载。</translation>
    </message>
    <message>
        <source>The keys do not fit. Put them back, or use the recovery sheet.</source>
        <translation>密钥不符。请放回原密钥，或使用恢复表。</translation>
    </message>
    <message>
        <source>The program does not start. Read its log, then start it again.</source>
        <translation>程序无法启动。请查看日志后重新启动。</translation>
    </message>
    <message>
        <source>The program failed. Start it again, and send its log.</source>
        <translation>程序出错。请重新启动并发送日志。</translation>
    </message>
    <message>
        <source>The store is damaged. Keep the files, restore a backup.</source>
        <translation>数据库已损坏。请保留文件，恢复备份。</translation>
    </message>
    <message>
        <source>The store is not in its place. Put it back.</source>
        <translation>数据库不在原处。请放回。</translation>
    </message>
    <message>
        <source>This station cannot serve right now. Your parcel stays safe, and your code stays good.</source>
        <translation>本机暂时无法服务。您的包裹安全保管，取件码继续有效。</translation>
    </message>
</context>
<context>
    <name>Ready</name>
    <message>
        <source>A little closer, please:
it is too far away to read.</source>
        <translation>请靠近一点：
太远了，读不到。</translation>
    </message>
    <message>
        <source>A little further away, please:
it is out of focus.</source>
        <translation>请拿远一点：
太近了，看不清。</translation>
    </message>
    <message>
        <source>Code seen.</source>
        <translation>已看到码。</translation>
    </message>
    <message>
        <source>Hold it still
for a moment.</source>
        <translation>请保持不动，
稍等片刻。</translation>
    </message>
    <message>
        <source>Hold the code in front of the reader, its screen toward the light</source>
        <translation>将取件码放在扫码器前，屏幕对着灯光</translation>
    </message>
    <message>
        <source>Hold your code
toward the light</source>
        <translation>请将取件码
对准灯光</translation>
    </message>
    <message>
        <source>I have no code</source>
        <translation>我没有取件码</translation>
    </message>
    <message>
        <source>Or hold your code
a hand’s length from the reader.</source>
        <translation>或将取件码放在
离扫码器一掌远处。</translation>
    </message>
    <message>
        <source>Pickup code or parcel label,
a hand’s length from the reader.</source>
        <translation>取件码或包裹面单，
离扫码器一掌远。</translation>
    </message>
    <message>
        <source>The code is small:
make it larger, or come closer.</source>
        <translation>码太小：
请放大，或靠近一点。</translation>
    </message>
    <message>
        <source>The reader is above the screen.</source>
        <translation>读码器在屏幕上方。</translation>
    </message>
    <message>
        <source>The reader is below the screen.</source>
        <translation>读码器在屏幕下方。</translation>
    </message>
    <message>
        <source>The reader is beside the screen, on the right.</source>
        <translation>读码器在屏幕右侧。</translation>
    </message>
    <message>
        <source>The reader is resting.
Typed codes work as always.</source>
        <translation>扫码器暂停。
输入取件码照常可用。</translation>
    </message>
    <message>
        <source>The reader looks for codes only. No picture is kept.</source>
        <translation>扫码器只识别码，不保存任何图像。</translation>
    </message>
    <message>
        <source>Tilt it a little:
a lamp shines in it.</source>
        <translation>请稍微倾斜：
上面有反光。</translation>
    </message>
    <message>
        <source>Turn up the brightness
of your screen.</source>
        <translation>请调高
手机屏幕亮度。</translation>
    </message>
    <message>
        <source>Type a code</source>
        <translation>输入取件码</translation>
    </message>
    <message>
        <source>Type your
pickup code</source>
        <translation>请输入
取件码</translation>
    </message>
    <message>
        <source>What we keep</source>
        <translation>我们保存什么</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>扫码器</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Check</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Everything happens on this page: nothing is sent anywhere, and it works without a network.</source>
        <translation>一切都在本页完成：不发送任何内容，没有网络也能用。</translation>
    </message>
    <message>
        <source>Genuine: %1, No. %2.</source>
        <translation>真实有效：%1，编号 %2。</translation>
    </message>
    <message>
        <source>Is this receipt genuine?</source>
        <translation>这张收据是真的吗？</translation>
    </message>
    <message>
        <source>That is no public key. Copy the whole line, as the depot gives it.</source>
        <translation>这不是公钥。请照网点提供的内容复制整行。</translation>
    </message>
    <message>
        <source>That is no receipt, or a character of it is missing or changed. Photograph it again, or copy all of it.</source>
        <translation>这不是收据，或者缺少、改动了字符。请重新拍照，或复制全文。</translation>
    </message>
    <message>
        <source>The kiosk&apos;s public key, as the depot hangs it out (one a line)</source>
        <translation>取件机的公钥：见网点张贴的告示（每行一个）</translation>
    </message>
    <message>
        <source>The receipt&apos;s text, as your phone reads it from its code</source>
        <translation>收据的文字：用手机扫描收据上的二维码得到</translation>
    </message>
    <message>
        <source>This receipt is not genuine: it was made by somebody else, or altered after it was given.</source>
        <translation>这张收据不是真的：由他人制作，或在给出之后被改动。</translation>
    </message>
    <message>
        <source>This receipt is not of the kiosk whose key was given. Ask the depot named on it for its public key.</source>
        <translation>这张收据不属于所给公钥的取件机。请向收据上写明的网点索取公钥。</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>Already collected</source>
        <translation>已取走</translation>
    </message>
    <message>
        <source>Another depot</source>
        <translation>其他站点</translation>
    </message>
    <message>
        <source>Another kind of code</source>
        <translation>其他类型的码</translation>
    </message>
    <message>
        <source>Ask the desk when it went back. The sender can send it again.</source>
        <translation>请到服务台询问退回时间。寄件人可以再次寄出。</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>在服务台</translation>
    </message>
    <message>
        <source>Call the desk, and keep this code at hand.</source>
        <translation>请呼叫服务台，并准备好此取件码。</translation>
    </message>
    <message>
        <source>Code withdrawn</source>
        <translation>码已作废</translation>
    </message>
    <message>
        <source>Come back when a message says it is here. Keep this code: it will work then.</source>
        <translation>收到到货短信后再来。请保留此码，届时可用。</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>为您保管</translation>
    </message>
    <message>
        <source>Its days on the shelf are over. Call the desk, and keep this code at hand.</source>
        <translation>已过货架存放期。请呼叫服务台，并准备好此取件码。</translation>
    </message>
    <message>
        <source>Keypad resting</source>
        <translation>键盘暂停</translation>
    </message>
    <message>
        <source>Look for a newer message with a new code, or ask the desk for one.</source>
        <translation>请查看带新码的最新短信，或向服务台索取。</translation>
    </message>
    <message>
        <source>Look in your pickup message for the address. Your parcel waits there.</source>
        <translation>请看取件短信中的地址，您的包裹在那里。</translation>
    </message>
    <message>
        <source>No longer here</source>
        <translation>已不在此处</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>Not you? The desk can see which parcel left, when and with which code, and will help.</source>
        <translation>不是您取的？服务台可查到哪件包裹、何时、用哪个码取走，并会帮助您。</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>在途中</translation>
    </message>
    <message>
        <source>Part of this code is missing</source>
        <translation>此码不完整</translation>
    </message>
    <message>
        <source>Scanning still works: hold your code toward the reader. Or call the desk.</source>
        <translation>扫码照常：请将取件码对准扫码器，或呼叫服务台。</translation>
    </message>
    <message>
        <source>Show the code from your newest message. Just ordered? Your parcel may not be here yet.</source>
        <translation>请出示最新短信中的取件码。刚下单？包裹可能还没到。</translation>
    </message>
    <message>
        <source>Show the code from your pickup message, or the delivery label of your parcel.</source>
        <translation>请出示取件短信中的码，或包裹上的快递面单。</translation>
    </message>
    <message>
        <source>Show the whole code on a bright screen. Or type the number from your message.</source>
        <translation>请调亮屏幕，出示完整的码。或输入短信中的数字。</translation>
    </message>
    <message>
        <source>The desk hands this one to you</source>
        <translation>这件由服务台交给您</translation>
    </message>
    <message>
        <source>The desk has it ready for you</source>
        <translation>服务台已为您备好</translation>
    </message>
    <message>
        <source>The desk was called, too. Someone is coming.</source>
        <translation>已同时呼叫服务台，马上有人来。</translation>
    </message>
    <message>
        <source>The keypad rests for a while</source>
        <translation>键盘暂停一会儿</translation>
    </message>
    <message>
        <source>This code is for another depot</source>
        <translation>此码属于其他站点</translation>
    </message>
    <message>
        <source>This code no longer works</source>
        <translation>此码已失效</translation>
    </message>
    <message>
        <source>This code was used already</source>
        <translation>此码已使用过</translation>
    </message>
    <message>
        <source>This code was used on %1 at %2</source>
        <translation>此码已于%1 %2 使用</translation>
    </message>
    <message>
        <source>This code was used today at %1</source>
        <translation>此码已于今天 %1 使用</translation>
    </message>
    <message>
        <source>This code was used yesterday at %1</source>
        <translation>此码已于昨天 %1 使用</translation>
    </message>
    <message>
        <source>This is a web link</source>
        <translation>这是网页链接</translation>
    </message>
    <message>
        <source>This is not a pickup code</source>
        <translation>这不是取件码</translation>
    </message>
    <message>
        <source>This kiosk never opens links. Show the pickup code from your message, or type it.</source>
        <translation>本机从不打开链接。请出示短信中的取件码，或手动输入。</translation>
    </message>
    <message>
        <source>Try another code</source>
        <translation>换一个码</translation>
    </message>
    <message>
        <source>We do not know this code</source>
        <translation>没有查到这个码</translation>
    </message>
    <message>
        <source>Web link</source>
        <translation>网页链接</translation>
    </message>
    <message>
        <source>Your parcel has left this depot</source>
        <translation>您的包裹已离开本站</translation>
    </message>
    <message>
        <source>Your parcel is still on its way</source>
        <translation>您的包裹还在路上</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Call the desk</source>
        <translation>呼叫服务台</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>继续阅读</translation>
    </message>
    <message>
        <source>Yours is on place</source>
        <translation>您的在货位</translation>
    </message>
</context>
<context>
    <name>ShowCode</name>
    <message>
        <source>Hold it toward the reader. Keep the parcel at hand.</source>
        <translation>请对准扫码器，并拿好包裹。</translation>
    </message>
    <message>
        <source>Label seen</source>
        <translation>已读面单</translation>
    </message>
    <message>
        <source>One more scan</source>
        <translation>请再扫一次</translation>
    </message>
    <message>
        <source>Several people are at the shelves. Your code tells us which parcel is yours.</source>
        <translation>现在有多人在取件。取件码能告诉我们哪件是您的。</translation>
    </message>
    <message>
        <source>Show your code again</source>
        <translation>请再次出示取件码</translation>
    </message>
    <message>
        <source>Show your pickup code too</source>
        <translation>请再出示取件码</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message numerus="yes">
        <source>%n characters typed</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the last one</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>It is in your pickup message.</source>
        <translation>在您的取件短信里。</translation>
    </message>
    <message>
        <source>No match. Please check it.</source>
        <translation>不匹配，请核对。</translation>
    </message>
    <message>
        <source>Not found. Please check it.</source>
        <translation>未找到，请核对。</translation>
    </message>
    <message>
        <source>The last 6 letters or digits of the number under the bars.</source>
        <translation>条码下方号码的最后 6 位字母或数字。</translation>
    </message>
    <message>
        <source>Type the end of the label</source>
        <translation>请输入面单尾号</translation>
    </message>
    <message>
        <source>Type your code</source>
        <translation>请输入取件码</translation>
    </message>
</context>
<context>
    <name>WrongParcel</name>
    <message>
        <source>Easily mixed up. Please put it back where you found it.</source>
        <translation>很容易拿错。请放回原处。</translation>
    </message>
    <message>
        <source>I put it back</source>
        <translation>我已放回</translation>
    </message>
    <message>
        <source>This one is for
someone else</source>
        <translation>这件是
别人的包裹</translation>
    </message>
</context>
</TS>
