/**
 * Common words that tell what a phrase of official statements and news names: nouns by what they are
 * heads of, titles and particles. General lists, not drawn from any measured text.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Heads that name one person: "the prime minister". */
export const PERSON_NOUNS = words(`
adviser advisor aide ambassador analyst attaché author boy brother captain chair chairman chairwoman chairperson
chancellor chief child citizen civilian clerk colleague colonel columnist commander commissioner congressman
congresswoman consul correspondent counterpart dad daughter delegate deputy diplomat director doctor driver
economist editor emir engineer envoy expert father foe friend general girl governor head hero historian
host husband inspector journalist judge king lady lawmaker lawyer leader lieutenant lord major man manager
marshal mayor member minister monarch mother negotiator nurse officer official organiser organizer owner partner
physician pilot pm poet politician pope premier president priest prime prince princess prisoner professor
prosecutor protester queen refugee reporter representative resident scientist secretary senator sergeant sheikh
sheik sister soldier son speaker spokesman spokesperson spokeswoman statesman student sultan superintendent
survivor teacher teenager treasurer translator undersecretary undersecretary-general veteran victim volunteer wife
witness woman worker writer youth migrant militant fighter insurgent rebel terrorist gunman attacker bomber
president-elect vice-president successor predecessor specialist mediator rapporteur whistleblower founder
`);

/** Heads that name several people, or people as a body: "opposition fighters". */
export const PEOPLE_NOUNS = words(`
academics activists advisers advisors aides allies ambassadors analysts attackers authors backers bombers boys
captives casualties chiefs children citizens civilians colleagues commanders commentators communities companions
comrades counterparts crews critics customers dads daughters defenders delegates demonstrators deputies detainees
diplomats doctors donors drivers economists elders employees employers enemies engineers envoys experts extremists
families farmers fathers fighters firefighters followers foreigners friends generals girls governors guards
guerrillas gunmen hackers heroes historians hostages immigrants individuals inmates inspectors insurgents
interlocutors investigators investors islamists jihadis jihadists journalists judges kids lawmakers lawyers
leaders linguists loyalists managers marines mediators members men mercenaries migrants militants militiamen
ministers minorities monitors mothers mourners muslims negotiators neighbours neighbors nurses observers occupants officers
officials operatives opponents others paramedics parents partners passengers patients peacekeepers people peoples
personnel persons physicians pilots police policemen politicians population populations premiers presidents
prisoners professionals prosecutors protesters providers publics readers rebels recruits refugees relatives
reporters representatives rescuers residents reservists sailors scholars scientists secretaries senators separatists servicemen
shareholders sisters slaves smugglers soldiers sons speakers specialists spectators spies sponsors staff
stakeholders students supporters survivors taxpayers teachers terrorists traders traffickers translators travellers travelers
tribes troops users veterans victims villagers volunteers voters wives witnesses women workers workforce writers youths
youngsters analysts oligarchs conscripts collaborators counterparts dissidents separatists proxies
`);

/** Heads that name an organisation: "the coalition". */
export const GROUP_NOUNS = words(`
academy administration agencies agency airforce alliance army arm artillery assembly association authorities authority
bank banks battalion battalions batteries battery bbc bloc board bodies body brigade brigades bureau businesses business
cabinet cartel cell cells centre center charities charity church club coalition command commission committee committees
communities community companies company confederation conference congress consortium contingent convoy corporation corps council
councils countries court courts crew delegation delegations department departments directorate division divisions dynasty
embassy enterprise establishment executive factions faction factory family federation firm firms fleet force forces foundation front
fund gang government governments group grouping groups guard house household industries industry insurgency institute institution
institutions intelligence jury junta leadership league left media membership military militia militias ministries
ministry mission missions mosque movement movements nation nations navy network networks newspaper newspapers office opposition organisation
organisations organization organizations outfit panel parliament parties partnership partners party patrol
peshmerga platoon police presidency press public regiment regime regimes republic secretariat sect senate service services
shops side sides society squad squadron staff state states syndicate taskforce task team teams think-tank treasury tribe tribunal
troupe union unions unit units university watchdog wing workforce
`);

/** Heads that name a place: "the city of …". */
export const PLACE_NOUNS = words(`
airbase airfield airport airspace alley apartment area areas arena avenue barracks base bases basement bay beach belt border
borders borough boundary bridge bridges building buildings bunker cafe camp camps canal cape capital castle cathedral caves cave
cemetery centre center checkpoint checkpoints cities city clinic coast coastline compound continent corner corridor countries country
countryside county courthouse crossing dam delta desert district districts east embassy enclave enclaves factory facilities
facility farm farmland farms field fields forest fort frontier frontline front garage garden gate governorate governorates
ground gulf hall hamlet harbour harbor headquarters heartland highway hill hills hinterland home homeland homes hospital hospitals hotel
hotels house houses island islands lake land lands laboratory library location locations mainland market markets marketplace monument mosque
mosques mountain mountains museum neighborhood neighborhoods neighbourhood neighbourhoods nuclear oblast ocean office offices outpost outskirts
palace park parks peninsula place places plain plains plant plants plateau playground port ports position positions prefecture prison prisons province
provinces region regions residence ridge river rivers road roads room rooms route routes school schools sea shelter shop shore shores shops
site sites sky soil square stadium state station stations store stores strait straits street streets stronghold strongholds suburb
suburbs summit surroundings territories territory theatre theater tent terrain town towns township trench trenches tunnel tunnels valley vicinity
village villages ward warehouse warehouses waters west world zone zones zoo
`);

/** Titles and ranks that stand before a name. */
export const TITLES = words(`
mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron sheikh sheik imam ayatollah mullah rabbi pope father
gen general lt lieutenant col colonel maj major capt captain cpl corporal sgt sergeant spc specialist pfc pvt private brig brigadier adm admiral
cmdr commander cmd vice sen senator rep representative gov governor rev reverend hon honourable honorable amb ambassador
president premier chancellor secretary minister king queen prince princess emir sultan
petty officer chief marshal airman seaman staff sir judge justice mayor archbishop bishop patriarch cardinal metropolitan
`);

/** Nouns of documents, arms, times and abstract things: what a phrase headed by them names is no name here. */
export const THING_NOUNS = words(`
accord act action actions agreement aid aim aircraft airstrike airstrikes announcement approach arms article assault assistance attack attacks
battle bill bomb bombardment bombing bombings bombs book books call campaign ceasefire challenge challenges charter chemical claim claims clause
commitment commitments communique communiqué concern conclusion condolences conflict conflicts constitution convention cost crimes crisis
day days deal death deaths decade decision declaration defeat defence defense demand demands document documents drone drones effort efforts election elections
email end event events evidence exercise explosion fight fighting finance flag fire future goal gun guns help history hope hour hours idea
impact information initiative interest interests interview investigation invasion investment issue issues job jobs law laws letter level life list lives
loss manual meeting meetings memorandum message million minute missile missiles moment money month months mortar need news night number objective
occasion offensive operation operations order pact past peace people's period plan plans plane planes policy presence pressure price problem
problems process programme program progress project proposal question questions raid raids reason relationship release relief report reports
resolution resolutions response result results review rifle right rights risk rocket rockets role ruling rule rules sanctions security shell shelling shells
shipment siege situation speech stability statement statements step strategy strike strikes summary supplies supply support system systems talks tank tanks
terms terror terrorism text threat threats time times tour trade transition treaty truce vehicle vehicles violence visit vote war wars way
weapon weapons week weeks work year years
`);

export const MONTHS_AND_DAYS = words(`
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today yesterday tomorrow tonight
`);

/** Particles inside names of persons and Arabic places. */
export const PARTICLES = words(
  `al el ar ad az as an bin ibn ben abu abd von van der den de da di la le dos du umm ul ur al- o mc`,
);

export const DIRECTIONS = words(`
north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern
southeastern southwestern upper lower inner outer greater downtown
`);
