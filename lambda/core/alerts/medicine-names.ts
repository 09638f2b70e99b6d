/**
 * Names of medicines that councils' words must not hold (promise G14): substances most often dispensed in England (NHS
 * Business Services Authority, "Prescription Cost Analysis"), and brand names by which people know them. Lower case. It
 * catches slips of the pen; it is no complete list, and the officer who approves still reads the words.
 */
export const MEDICINE_NAMES: readonly string[] = `
adcal alendronic alendronate allopurinol amiodarone amitriptyline amlodipine amoxicillin apixaban aripiprazole aspirin
atenolol atorvastatin baclofen beclometasone bendroflumethiazide betahistine bisoprolol budesonide bumetanide buprenorphine
butec calcichew candesartan carbamazepine carbimazole carbocisteine carvedilol cetirizine citalopram clarithromycin
clonazepam clopidogrel clozapine co-careldopa co-codamol co-beneldopa codeine colchicine colecalciferol cyanocobalamin
cyclizine dabigatran dapagliflozin denosumab dexamethasone diazepam diclofenac digoxin diltiazem dipyridamole docusate
domperidone donepezil dosulepin doxazosin doxycycline duloxetine edoxaban eliquis empagliflozin enalapril eplerenone
escitalopram esomeprazole ezetimibe felodipine fentanyl ferrous finasteride flucloxacillin fluoxetine folic fostair
fultium furosemide gabapentin galantamine gaviscon gliclazide glyceryl haloperidol hydroxocobalamin hydroxychloroquine
hyoscine ibuprofen indapamide insulin irbesartan isosorbide ivabradine lactulose lamotrigine lansoprazole lantus latanoprost
laxido lercanidipine letrozole levetiracetam levodopa levothyroxine linagliptin lisinopril lithium loperamide loratadine
lorazepam losartan lymecycline macrogol madopar mebeverine memantine metformin methotrexate metoclopramide metoprolol
mirabegron mirtazapine montelukast morphine movicol naproxen nicorandil nifedipine nitrazepam nitrofurantoin novorapid
nystatin olanzapine omeprazole oramorph oxybutynin oxycodone pantoprazole paracetamol paroxetine perindopril phenytoin
pioglitazone pravastatin prednisolone pregabalin prochlorperazine promethazine propranolol quetiapine quinine ramipril
ranitidine risedronate risperidone rivaroxaban ropinirole rosuvastatin salbutamol seretide senna sertraline simvastatin
sinemet sitagliptin solifenacin sotalol spironolactone sulfasalazine sumatriptan symbicort tamoxifen tamsulosin temazepam
ticagrelor timolol tiotropium tolterodine tramadol trazodone trimethoprim valproate venlafaxine ventolin verapamil warfarin
xarelto zapain zolpidem zopiclone
`
  .trim()
  .split(/\s+/);
