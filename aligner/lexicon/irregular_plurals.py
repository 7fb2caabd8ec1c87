"""English plurals that no rule makes, and words that end like a plural and are none.

A table for comparing words: both sides go through it, so that what stands here as the singular of
two words (axes, bases) is the commoner one. Media is left alone: hardly anybody who writes it has
more than one medium in mind.
"""

from __future__ import annotations

from collections.abc import Iterator

_IRREGULAR = """
men man  women woman  children child  people person  feet foot  teeth tooth  geese goose
mice mouse  lice louse  dice die  oxen ox  brethren brother  pence penny

leaves leaf  lives life  knives knife  wives wife  wolves wolf  halves half  loaves loaf
thieves thief  shelves shelf  selves self  calves calf  hooves hoof  scarves scarf  elves elf
sheaves sheaf  wharves wharf  dwarves dwarf  midwives midwife  housewives housewife
bookshelves bookshelf  penknives penknife  werewolves werewolf  cloverleaves cloverleaf
afterlives afterlife  turves turf

analyses analysis  bases basis  crises crisis  theses thesis  hypotheses hypothesis  axes axis
diagnoses diagnosis  prognoses prognosis  oases oasis  parentheses parenthesis
syntheses synthesis  antitheses antithesis  emphases emphasis  ellipses ellipsis
metamorphoses metamorphosis  neuroses neurosis  psychoses psychosis  paralyses paralysis
catharses catharsis  metastases metastasis  sepses sepsis  testes testis
prostheses prosthesis  photosyntheses photosynthesis  nemeses nemesis  geneses genesis
electrolyses electrolysis  dialyses dialysis  hydrolyses hydrolysis  thromboses thrombosis

indices index  matrices matrix  vertices vertex  appendices appendix  vortices vortex
cortices cortex  apices apex  codices codex  helices helix  directrices directrix

criteria criterion  phenomena phenomenon  automata automaton  polyhedra polyhedron
ganglia ganglion  mitochondria mitochondrion  spermatozoa spermatozoon

data datum  bacteria bacterium  strata stratum  errata erratum  memoranda memorandum
addenda addendum  curricula curriculum  millennia millennium  symposia symposium
ova ovum  spectra spectrum  aquaria aquarium  crania cranium  desiderata desideratum
sanatoria sanatorium  moratoria moratorium  compendia compendium  consortia consortium
honoraria honorarium  equilibria equilibrium  quanta quantum  septa septum  sera serum
maxima maximum  minima minimum  optima optimum  referenda referendum  gymnasia gymnasium

nuclei nucleus  fungi fungus  radii radius  stimuli stimulus  alumni alumnus  cacti cactus
foci focus  loci locus  bacilli bacillus  syllabi syllabus  thalli thallus  calculi calculus
hippopotami hippopotamus  octopi octopus  tumuli tumulus  termini terminus
emeriti emeritus  abaci abacus  uteri uterus  streptococci streptococcus  genii genius
staphylococci staphylococcus  pneumococci pneumococcus  humeri humerus  rhombi rhombus
genera genus  corpora corpus  viscera viscus

larvae larva  formulae formula  antennae antenna  algae alga  vertebrae vertebra
nebulae nebula  novae nova  supernovae supernova  alumnae alumna  pupae pupa  minutiae minutia
lacunae lacuna  aortae aorta  tibiae tibia  fibulae fibula  hyphae hypha  personae persona

stigmata stigma  schemata schema  lemmata lemma  stomata stoma  carcinomata carcinoma
bureaux bureau  chateaux chateau  plateaux plateau  tableaux tableau  beaux beau
kibbutzim kibbutz  seraphim seraph  cherubim cherub  virtuosi virtuoso  graffiti graffito
concerti concerto  libretti libretto  tempi tempo  paparazzi paparazzo

heroes hero  potatoes potato  tomatoes tomato  echoes echo  vetoes veto  torpedoes torpedo
mosquitoes mosquito  volcanoes volcano  cargoes cargo  embargoes embargo  tornadoes tornado
buffaloes buffalo  mangoes mango  mottoes motto  haloes halo  zeroes zero  dominoes domino
dingoes dingo  grottoes grotto  innuendoes innuendo  peccadilloes peccadillo

buses bus  gases gas  viruses virus  lenses lens  campuses campus  censuses census
statuses status  biases bias  atlases atlas  bonuses bonus  choruses chorus  circuses circus
consensuses consensus  coronaviruses coronavirus  focuses focus  geniuses genius
irises iris  minibuses minibus  octopuses octopus  sinuses sinus  surpluses surplus
uteruses uterus  walruses walrus  canvases canvas  crocuses crocus  apparatuses apparatus
aliases alias  christmases christmas  quizzes quiz  cactuses cactus  hiatuses hiatus

movies movie  cookies cookie  calories calorie  zombies zombie  selfies selfie  rookies rookie
genies genie  prairies prairie  brownies brownie  hippies hippie  sorties sortie  pixies pixie
menageries menagerie  reveries reverie  magpies magpie  neckties necktie  collies collie
coteries coterie  hoodies hoodie  groupies groupie  smoothies smoothie  budgies budgie

aches ache  headaches headache  toothaches toothache  heartaches heartache  caches cache
niches niche  avalanches avalanche  moustaches moustache  mustaches mustache  creches creche
psyches psyche  quiches quiche  backaches backache
"""

_NO_PLURAL = """
news series species means headquarters crossroads barracks gallows whereabouts innings
physics mathematics economics politics ethics statistics linguistics electronics mechanics
dynamics thermodynamics aerodynamics acoustics optics logistics genetics robotics athletics
gymnastics aesthetics semantics phonetics pediatrics paediatrics obstetrics informatics
genomics ceramics kinematics ballistics hydraulics metaphysics astrophysics biophysics
geophysics geopolitics acrobatics analytics bioinformatics cybernetics orthopaedics
orthopedics geriatrics tactics

lens bias atlas canvas alias christmas texas kansas arkansas pancreas pampas asbestos
chaos cosmos ethos pathos kudos rhinoceros thermos athens wales netherlands philippines
diabetes rabies scabies measles mumps rickets herpes shingles molasses
specimen regimen abdomen omen acumen semen hymen bitumen ramen amen stamen lumen yemen dolmen
cyclamen foramen

perhaps always besides sometimes afterwards towards whereas
"""


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    words = table.split()
    return zip(words[::2], words[1::2], strict=True)


SINGULARS = dict(_pairs(_IRREGULAR)) | {word: word for word in _NO_PLURAL.split()}
"""The singular of each word that the rules would get wrong."""
