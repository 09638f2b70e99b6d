/**
 * Words that may be counted when nobody has an answer, beside those of the book itself: what councils, shops and clubs offer. None
 * names a person or a place, and none is a medicine, an illness or a symptom.
 */
export const SERVICE_WORDS: readonly string[] =
  `advice allotment allowance art bank bath bathroom battery bed benefit bin bingo boiler book
  broadband broken bus cafe car care carer carpet cat centre chair chapel charity chiropody choir church cinema class cleaner cleaning
  clinic clothes club coach coal community computer cooking council craft cycle dance day deaf debt delivery dentist dial dinner dog door driver
  driving electric electrician electricity electrics energy exercise family fence fire fitting food foot form friend fuel furniture
  garden gardener gardening gas gate glasses grant grass group gym hairdresser hall handyman hearing heating hedge hobby holiday home
  hospital hotel house household internet ironing job key kitchen ladder laundry lawn lesson letter library licence lift
  light lock lunch magazine market meal memory money mosque move moving music neighbour newspaper noise nurse nursing optician
  painting paper park parking pass path pavement pension pet phone pipe playing plumber police pool post potholes power prescription
  quiz radio rail railway ramp recycling rent repair residential ride road roof rubbish safe school shed shop shopping shower singing
  sitting smoke snow social solicitor station stair stairlift step street support swimming synagogue taxi telephone television temple
  theatre ticket toilet trip tv vet visitor volunteer walk walking washing water wheelchair wifi will window work yoga`.split(
    /\s+/,
  );
