"""What negotiation needs of CLDR, as text that is split when it is first needed.

Written by scripts/cldr.py from ICU 78.3 and Babel 2.19.0; not edited by hand. In each text every
second word belongs to the one before it. What follows from a language alone is left out, and so
are the languages that have neither locale data, nor a neighbour, nor an alias.
"""

# ruff: noqa: E501

LIMIT = 50
"""The distance at which languages no longer match."""

OTHER_REGION = 4
"""How far another region is."""

OTHER_CLUSTER = 5
"""How far it is if only one of the two is in a cluster."""

PREFERRED_REGION = 3
"""How far the preferred region is."""

DEMOTION = 5
"""What each place in a list of languages counts for."""

PARADIGMS = "en_Latn_US en_Latn_GB es_Latn_ES es_Latn_419 pt_Latn_BR pt_Latn_PT"
"""Locales that come before others that are as near."""

LIKELY = """
aa Latn_ET aae Latn_IT aao Arab_DZ aas Latn_TZ aat Grek_GR ab Cyrl_GE abh Arab_TJ abv Arab_BH
ach Latn_UG acm Arab_IQ acn Latn_CN acq Arab_YE acw Arab_SA acx Arab_OM acy Latn_CY adf Arab_OM
adx Tibt_CN ady Cyrl_RU ae Avst_IR aeb Arab_TN aec Arab_EG af Latn_ZA afb Arab_KW agq Latn_CM
aii Syrc_IQ ak Latn_GH aln Latn_XK am Ethi_ET ami Latn_TW amq Latn_ID an Latn_ES ann Latn_NG
aog Latn_PG apc Arab_SY apd Arab_SD apf Latn_PH aqd Latn_ML aqt Latn_PY ar Arab_EG arn Latn_CL
arq Arab_DZ ars Arab_SA ary Arab_MA arz Arab_EG as Beng_IN asa Latn_TZ ast Latn_ES auz Arab_UZ
av Cyrl_RU avl Arab_EG ay Latn_BO ayh Arab_YE ayl Arab_LY ayn Arab_YE ayp Arab_IQ az Latn_AZ
az_Arab Arab_IR az_IQ Arab_IQ az_IR Arab_IR az_RU Cyrl_RU azb Arab_IR azd Latn_MX ba Cyrl_RU
bal Arab_PK bas Latn_CM bbz Latn_US bcg Latn_GN be Cyrl_BY beb Latn_CM bem Latn_ZM bew Latn_ID
bez Latn_TZ bfy Deva_IN bg Cyrl_BG bgc Deva_IN bgn Arab_PK bho Deva_IN bhr Latn_MG bi Latn_VU
bik Latn_PH bir Latn_PG bjn Latn_ID bjp Latn_PG blo Latn_BJ blt Tavt_VN bm Latn_ML bmf Latn_SL
bmm Latn_MG bn Beng_BD bnc Latn_PH bo Tibt_CN bpp Latn_ID bqi Arab_IR br Latn_FR brh Arab_PK
brx Deva_IN bs Latn_BA bss Latn_CM btj Latn_ID bua Cyrl_RU bve Latn_ID bvu Latn_ID byn Ethi_ER
bzc Latn_MG ca Latn_ES cad Latn_US cax Latn_BO cbr Latn_PE cch Latn_NG ccp Cakm_BD cdo Hans_CN
ce Cyrl_RU ceb Latn_PH cgg Latn_UG ch Latn_GU chm Cyrl_RU cho Latn_US chr Cher_US cic Latn_US
cir Latn_NC cjy Hans_CN ckb Arab_IQ cmr Latn_MM cnp Hans_CN co Latn_FR coa Latn_AU cop Copt_EG
cpx Latn_CN cr Cans_CA crr Latn_US crs Latn_SC cs Latn_CZ csp Hans_CN csw Cans_CA cu Cyrl_RU
cu_Glag Glag_BG cv Cyrl_RU cy Latn_GB czh Hans_CN czo Latn_US da Latn_DK dav Latn_KE dbt Latn_ML
de Latn_DE del Latn_US den Latn_CA dev Latn_PG dgl Arab_SD dif Latn_AU din Latn_SS dje Latn_NE
dmw Latn_AU dnj Latn_CI doi Deva_IN drl Latn_AU dsb Latn_DE dtd Latn_CA dtp Latn_MY dty Deva_NP
dua Latn_CM dup Latn_ID duz Latn_CM dv Thaa_MV dwu Latn_AU dyo Latn_SN dz Tibt_BT dze Latn_AU
ebk Latn_PH ebu Latn_KE ee Latn_GH eko Latn_MZ el Grek_GR ema Latn_NG emx Latn_FR en Latn_US
en_Shaw Shaw_GB enb Latn_KE enl Latn_PY enm Latn_GB eo Latn_001 es Latn_ES esg Gonm_IN et Latn_EE
eu Latn_ES ewo Latn_CM eyo Latn_KE eza Latn_NG fa Arab_IR fbl Latn_PH ff Latn_SN ff_Adlm Adlm_GN
ffm Latn_ML fi Latn_FI fil Latn_PH fj Latn_FJ fo Latn_FO fr Latn_FR frr Latn_DE fub Arab_CM
fue Latn_BJ fuf Latn_GN fuh Latn_NE fui Latn_TD fuq Latn_NE fur Latn_IT fuv Latn_NG fy Latn_NL
ga Latn_IE gaa Latn_GH gal Latn_TL gan Hans_CN gax Latn_ET gba Latn_CF gd Latn_GB gdj Latn_AU
gez Ethi_ET gkp Latn_GN gl Latn_ES gll Latn_AU gn Latn_PY gnw Latn_BO gon Deva_IN grb Latn_LR
gsw Latn_CH gtu Latn_AU gu Gujr_IN gui Latn_BO gun Latn_BR guz Latn_KE gv Latn_IM gvr Deva_NP
ha Latn_NG ha_CM Arab_CM ha_SD Arab_SD hae Latn_ET hai Latn_CA hak Hans_CN hak_Hant Hant_TW
hak_TW Hant_TW haw Latn_US he Hebr_IL hi Deva_IN hji Latn_ID hmn Latn_CN hnj Hmnp_US
hnj_Hmng Hmng_LA hnm Hans_CN ho Latn_PG hr Latn_HR hrx Latn_BR hsb Latn_DE hsn Hans_CN ht Latn_HT
hu Latn_HU huw Latn_ID hy Armn_AM hz Latn_NA ia Latn_001 iba Latn_MY id Latn_ID ida Latn_KE
ie Latn_EE ig Latn_NG ii Yiii_CN ik Latn_US ikt Latn_CA ilm Latn_MY io Latn_001 is Latn_IS
isk Arab_AF isv Latn_001 it Latn_IT itd Latn_ID iu Cans_CA ja Jpan_JP jak Latn_MY jal Latn_ID
jax Latn_ID jbk Latn_PG jbo Latn_001 jgk Latn_NG jgo Latn_CM jkm Mymr_MM jmc Latn_TZ jrb Hebr_IL
jv Latn_ID ka Geor_GE kaa Cyrl_UZ kab Latn_DZ kaj Latn_NG kak Latn_PH kam Latn_KE kbd Cyrl_RU
kcg Latn_NG kde Latn_TZ kdz Latn_CM kea Latn_CV kek Latn_GT ken Latn_CM kg Latn_CD kgp Latn_BR
khq Latn_ML ki Latn_KE kj Latn_NA kjh Cyrl_RU kk Cyrl_KZ kk_AF Arab_AF kk_Arab Arab_CN kk_CN Arab_CN
kk_IR Arab_IR kk_MN Arab_MN kkj Latn_CM kl Latn_GL kln Latn_KE km Khmr_KH kmb Latn_AO kml Latn_PH
kn Knda_IN knn Deva_IN ko Kore_KR kok Deva_IN kpe Latn_LR kr Latn_NG kri Latn_SL kru Deva_IN
ks Arab_IN ksb Latn_TZ ksf Latn_CM ksh Latn_DE ksp Latn_CF ktz Latn_NA ku Latn_TR ku_AM Cyrl_AM
ku_AZ Cyrl_AZ ku_Arab Arab_IQ ku_Cyrl Cyrl_AM ku_GE Cyrl_GE ku_IQ Arab_IQ ku_IR Arab_IR
ku_LB Arab_LB ku_TM Cyrl_TM ku_Yezi Yezi_GE kv Cyrl_RU kvb Latn_ID kvr Latn_ID kw Latn_GB
kwv Latn_TD kxd Latn_BN kxr Latn_PG kxv Latn_IN ky Cyrl_KG ky_Arab Arab_CN ky_CN Arab_CN
ky_Latn Latn_TR ky_TR Latn_TR kzk Latn_SB la Latn_VA lag Latn_TZ lah Arab_PK lb Latn_LU lce Latn_ID
lcf Latn_ID lcq Latn_ID lg Latn_UG li Latn_NL lij Latn_IT liw Latn_ID lkb Latn_KE lko Latn_KE
lks Latn_KE lkt Latn_US lld Latn_IT lmo Latn_IT ln Latn_CD lo Laoo_LA loz Latn_ZM lrc Arab_IR
lri Latn_KE lrm Latn_KE lsm Latn_UG lt Latn_LT ltg Latn_LV lto Latn_KE lts Latn_KE lu Latn_CD
lua Latn_CD luh Hans_CN luo Latn_KE luy Latn_KE lv Latn_LV lwg Latn_KE lzh Hant_CN lzz Latn_TR
lzz_GE Geor_GE lzz_Geor Geor_GE mai Deva_IN man Latn_GM man_Nkoo Nkoo_GN mas Latn_KE max Latn_ID
mdf Cyrl_RU meo Latn_MY mer Latn_KE mfa Arab_TH mfb Latn_ID mfe Latn_MU mg Latn_MG mgh Latn_MZ
mgo Latn_CM mgp Deva_NP mh Latn_MH mhn Latn_IT mi Latn_NZ mic Latn_CA min Latn_ID mk Cyrl_MK
ml Mlym_IN mn Cyrl_MN mn_CN Mong_CN mn_Mong Mong_CN mni Beng_IN mnp Latn_CN moh Latn_CA mom Latn_NI
mqg Latn_ID mr Deva_IN mrh Latn_IN mry Latn_PH ms Latn_MY ms_CC Arab_CC msh Latn_MG msi Latn_MY
mt Latn_MT mtm Cyrl_RU mua Latn_CM mui Latn_ID mus Latn_US mvf Mong_CN mwr Deva_IN mww Hmnp_US
my Mymr_MM myv Cyrl_RU mzn Arab_IR na Latn_NR nan Hans_CN nan_Hant Hant_TW nan_MO Hant_MO
nan_TW Hant_TW naq Latn_NA nb Latn_NO nbr Latn_NG ncq Laoo_LA nd Latn_ZW nds Latn_DE ne Deva_NP
ng Latn_NA ngt Laoo_LA ngv Latn_CM nhd Latn_PY niq Latn_KE njz Latn_IN nl Latn_NL nle Latn_KE
nmg Latn_CM nn Latn_NO nnh Latn_CM no Latn_NO nol Latn_US nqo Nkoo_GN nr Latn_ZA nrk Latn_AU
nru Latn_CN nso Latn_ZA nun Latn_MM nus Latn_SS nv Latn_US nvo Latn_CM nwo Latn_AU ny Latn_MW
nyc Latn_CD nyd Latn_KE nyn Latn_UG oc Latn_FR oj Cans_CA oka Latn_CA oki Latn_KE ola Deva_NP
om Latn_ET opa Latn_NG or Orya_IN orc Latn_KE orn Latn_MY ors Latn_MY os Cyrl_GE osa Osge_US
oyb Laoo_LA pa Guru_IN pa_Arab Arab_PK pa_PK Arab_PK pap Latn_CW pbt Arab_AF pcm Latn_NG pel Latn_ID
pga Latn_SS phr Arab_PK pi Latn_GB pi_Deva Deva_IN pi_IN Deva_IN pi_LK Sinh_LK pi_MM Mymr_MM
pi_Mymr Mymr_MM pi_Sinh Sinh_LK pi_TH Thai_TH pi_Thai Thai_TH pij Latn_CO pis Latn_SB pko Latn_KE
pl Latn_PL plu Latn_BR pms Latn_IT prg Latn_PL prt Thai_TH ps Arab_AF pse Latn_ID pst Arab_PK
pt Latn_BR pub Latn_IN qu Latn_PE qub Latn_PE quc Latn_GT qud Latn_EC quf Latn_PE qug Latn_EC
quh Latn_US quk Latn_PE qul Latn_BO qup Latn_PE qur Latn_PE qus Latn_AR quw Latn_EC qux Latn_PE
quy Latn_PE qva Latn_PE qvc Latn_PE qve Latn_PE qvh Latn_PE qvi Latn_EC qvj Latn_EC qvl Latn_PE
qvm Latn_PE qvn Latn_PE qvo Latn_PE qvp Latn_PE qvs Latn_PE qvw Latn_PE qvz Latn_EC qwa Latn_PE
qwc Latn_PE qwh Latn_PE qws Latn_PE qxa Latn_PE qxc Latn_PE qxh Latn_PE qxl Latn_EC qxn Latn_PE
qxo Latn_PE qxp Latn_PE qxr Latn_EC qxt Latn_PE qxu Latn_PE qxw Latn_PE rag Latn_KE raj Deva_IN
rhg Rohg_MM rif Latn_MA rki Mymr_MM rm Latn_CH rmx Latn_VN rn Latn_BI ro Latn_RO rof Latn_TZ
rom Latn_RO ru Cyrl_RU rw Latn_RW rwk Latn_TZ sa Deva_IN sah Cyrl_RU saq Latn_KE sat Olck_IN
sbp Latn_TZ sc Latn_IT scn Latn_IT scv Latn_NG sd Arab_PK sd_Deva Deva_IN sd_IN Deva_IN
sd_Khoj Khoj_IN sd_Sind Sind_IN sdc Latn_IT sdh Arab_IR sdn Latn_IT se Latn_NO seh Latn_MZ
ses Latn_ML sg Latn_CF sgc Latn_KE sgd Latn_PH sgs Latn_LT sh Latn_US shi Tfng_MA shn Mymr_MM
shu Arab_TD si Sinh_LK sid Latn_ET sjc Hans_CN sk Latn_SK skg Latn_MG skr Arab_PK sl Latn_SI
sm Latn_WS sma Latn_SE smj Latn_SE smn Latn_FI sms Latn_FI sn Latn_ZW snz Latn_PG so Latn_SO
spv Orya_IN sq Latn_AL sqm Latn_CF sr Cyrl_RS sr_ME Latn_ME sr_RO Latn_RO sr_TR Latn_TR sro Latn_IT
srx Deva_IN ss Latn_ZA ssh Arab_AE ssy Latn_ER st Latn_ZA su Latn_ID suj Latn_TZ sus Latn_GN
suz Deva_NP sv Latn_SE sw Latn_TZ syr Syrc_IQ szl Latn_PL ta Taml_IN taj Deva_NP tdg Deva_NP
tdx Latn_MG te Telu_IN tec Latn_KE teo Latn_UG tg Cyrl_TJ tg_Arab Arab_PK tg_PK Arab_PK th Thai_TH
ti Ethi_ET tig Ethi_ER tk Latn_TM tkg Latn_MG tmh Latn_NE tmw Latn_MY tn Latn_ZA to Latn_TO
tok Latn_001 tpi Latn_PG tpn Latn_BR tr Latn_TR trv Latn_TW trw Arab_PK ts Latn_ZA tt Cyrl_RU
tum Latn_MW tuy Latn_KE tvd Latn_NG twm Tibt_IN twq Latn_NE txy Latn_MG ty Latn_PF tyj Latn_VN
tyv Cyrl_RU tzm Latn_MA ug Arab_CN ug_Cyrl Cyrl_KZ ug_KZ Cyrl_KZ ug_MN Cyrl_MN uk Cyrl_UA
ulw Latn_NI umi Latn_MY und en_Latn_US und_419 es_Latn_419 und_AD ca_Latn_AD und_AE ar_Arab_AE
und_AF fa_Arab_AF und_AL sq_Latn_AL und_AM hy_Armn_AM und_AO pt_Latn_AO und_AR es_Latn_AR
und_AS sm_Latn_AS und_AT de_Latn_AT und_AW nl_Latn_AW und_AX sv_Latn_AX und_AZ az_Latn_AZ
und_Adlm ff_Adlm_GN und_Aghb xag_Aghb_AZ und_Ahom aho_Ahom_IN und_Arab ar_Arab_EG
und_Arab_AF fa_Arab_AF und_Arab_AZ az_Arab_AZ und_Arab_BN ms_Arab_BN und_Arab_CC ms_Arab_CC
und_Arab_CN ug_Arab_CN und_Arab_GB ur_Arab_GB und_Arab_ID ms_Arab_ID und_Arab_IN ur_Arab_IN
und_Arab_IR fa_Arab_IR und_Arab_KH cja_Arab_KH und_Arab_MM rhg_Arab_MM und_Arab_MN kk_Arab_MN
und_Arab_MU ur_Arab_MU und_Arab_NG ha_Arab_NG und_Arab_PK ur_Arab_PK und_Arab_TH mfa_Arab_TH
und_Arab_TJ fa_Arab_TJ und_Arab_TR apc_Arab_TR und_Arab_YT swb_Arab_YT und_Armi arc_Armi_IR
und_Armn hy_Armn_AM und_Avst ae_Avst_IR und_BA bs_Latn_BA und_BD bn_Beng_BD und_BE nl_Latn_BE
und_BF fr_Latn_BF und_BG bg_Cyrl_BG und_BH ar_Arab_BH und_BI rn_Latn_BI und_BJ fr_Latn_BJ
und_BL fr_Latn_BL und_BN ms_Latn_BN und_BO es_Latn_BO und_BQ pap_Latn_BQ und_BR pt_Latn_BR
und_BT dz_Tibt_BT und_BV no_Latn_BV und_BY ru_Cyrl_BY und_Bali ban_Bali_ID und_Bamu bax_Bamu_CM
und_Bass bsq_Bass_LR und_Batk bbc_Batk_ID und_Beng bn_Beng_BD und_Berf zag_Berf_SD
und_Bhks sa_Bhks_IN und_Bopo zh_Bopo_TW und_Brah pka_Brah_IN und_Brai fr_Brai_FR
und_Bugi bug_Bugi_ID und_Buhd bku_Buhd_PH und_CC ms_Arab_CC und_CD fr_Latn_CD und_CF sg_Latn_CF
und_CG fr_Latn_CG und_CH de_Latn_CH und_CI fr_Latn_CI und_CL es_Latn_CL und_CM fr_Latn_CM
und_CN zh_Hans_CN und_CO es_Latn_CO und_CR es_Latn_CR und_CU es_Latn_CU und_CV pt_Latn_CV
und_CW pap_Latn_CW und_CY el_Grek_CY und_CZ cs_Latn_CZ und_Cakm ccp_Cakm_BD und_Cans iu_Cans_CA
und_Cari xcr_Cari_TR und_Cham cjm_Cham_VN und_Cher chr_Cher_US und_Chrs xco_Chrs_UZ
und_Copt cop_Copt_EG und_Cpmn und_Cpmn_CY und_Cprt ecy_Cprt_CY und_Cyrl ru_Cyrl_RU
und_Cyrl_AF kaa_Cyrl_AF und_Cyrl_AL mk_Cyrl_AL und_Cyrl_AZ az_Cyrl_AZ und_Cyrl_BA sr_Cyrl_BA
und_Cyrl_BG bg_Cyrl_BG und_Cyrl_GE ab_Cyrl_GE und_Cyrl_GR mk_Cyrl_GR und_Cyrl_IR kaa_Cyrl_IR
und_Cyrl_KG ky_Cyrl_KG und_Cyrl_MD uk_Cyrl_MD und_Cyrl_ME sr_Cyrl_ME und_Cyrl_MK mk_Cyrl_MK
und_Cyrl_MN mn_Cyrl_MN und_Cyrl_RO bg_Cyrl_RO und_Cyrl_RS sr_Cyrl_RS und_Cyrl_SK uk_Cyrl_SK
und_Cyrl_TJ tg_Cyrl_TJ und_Cyrl_TR kbd_Cyrl_TR und_Cyrl_UA uk_Cyrl_UA und_Cyrl_UZ uz_Cyrl_UZ
und_Cyrl_XK sr_Cyrl_XK und_DE de_Latn_DE und_DJ fr_Latn_DJ und_DK da_Latn_DK und_DO es_Latn_DO
und_DZ ar_Arab_DZ und_Deva hi_Deva_IN und_Deva_BT ne_Deva_BT und_Deva_FJ hif_Deva_FJ
und_Deva_MU bho_Deva_MU und_Deva_NP ne_Deva_NP und_Deva_PK btv_Deva_PK und_Diak dv_Diak_MV
und_Dogr doi_Dogr_IN und_Dupl fr_Dupl_FR und_EA es_Latn_EA und_EC es_Latn_EC und_EE et_Latn_EE
und_EG ar_Arab_EG und_EH ar_Arab_EH und_ER ti_Ethi_ER und_ES es_Latn_ES und_ET am_Ethi_ET
und_Egyp egy_Egyp_EG und_Elba sq_Elba_AL und_Elym arc_Elym_IR und_Ethi am_Ethi_ET
und_Ethi_ER ti_Ethi_ER und_FI fi_Latn_FI und_FO fo_Latn_FO und_FR fr_Latn_FR und_GA fr_Latn_GA
und_GE ka_Geor_GE und_GF fr_Latn_GF und_GH ak_Latn_GH und_GL kl_Latn_GL und_GN fr_Latn_GN
und_GP fr_Latn_GP und_GQ es_Latn_GQ und_GR el_Grek_GR und_GT es_Latn_GT und_GW pt_Latn_GW
und_Gara wo_Gara_SN und_Geor ka_Geor_GE und_Glag cu_Glag_BG und_Gong wsg_Gong_IN
und_Gonm esg_Gonm_IN und_Goth got_Goth_UA und_Gran sa_Gran_IN und_Grek el_Grek_GR
und_Grek_TR bgx_Grek_TR und_Gujr gu_Gujr_IN und_Gukh gvr_Gukh_NP und_Guru pa_Guru_IN
und_HK zh_Hant_HK und_HN es_Latn_HN und_HR hr_Latn_HR und_HT ht_Latn_HT und_HU hu_Latn_HU
und_Hanb zh_Hanb_TW und_Hang ko_Hang_KR und_Hani zh_Hani_CN und_Hano hnn_Hano_PH und_Hans zh_Hans_CN
und_Hant zh_Hant_TW und_Hant_CA yue_Hant_CA und_Hant_CN yue_Hant_CN und_Hatr arc_Hatr_IQ
und_Hebr he_Hebr_IL und_Hebr_SE yi_Hebr_SE und_Hebr_UA yi_Hebr_UA und_Hebr_US yi_Hebr_US
und_Hira ja_Hira_JP und_Hluw hlu_Hluw_TR und_Hmng hnj_Hmng_LA und_Hmnp mww_Hmnp_US
und_Hmnp_AU hnj_Hmnp_AU und_Hmnp_FR hnj_Hmnp_FR und_Hmnp_GF hnj_Hmnp_GF und_Hmnp_LA hnj_Hmnp_LA
und_Hmnp_MM hnj_Hmnp_MM und_Hmnp_SR hnj_Hmnp_SR und_Hmnp_TH hnj_Hmnp_TH und_Hung hu_Hung_HU
und_IC es_Latn_IC und_ID id_Latn_ID und_IL he_Hebr_IL und_IN hi_Deva_IN und_IQ ar_Arab_IQ
und_IR fa_Arab_IR und_IS is_Latn_IS und_IT it_Latn_IT und_Ital ett_Ital_IT und_JO ar_Arab_JO
und_JP ja_Jpan_JP und_Jamo ko_Jamo_KR und_Java jv_Java_ID und_Jpan ja_Jpan_JP und_KE sw_Latn_KE
und_KG ky_Cyrl_KG und_KH km_Khmr_KH und_KM ar_Arab_KM und_KP ko_Kore_KP und_KR ko_Kore_KR
und_KW ar_Arab_KW und_KZ ru_Cyrl_KZ und_Kali eky_Kali_MM und_Kana ja_Kana_JP und_Kawi kaw_Kawi_ID
und_Khar pgd_Khar_PK und_Khmr km_Khmr_KH und_Khoj sd_Khoj_IN und_Kits zkt_Kits_CN
und_Knda kn_Knda_IN und_Kore ko_Kore_KR und_Krai bap_Krai_IN und_Kthi bho_Kthi_IN und_LA lo_Laoo_LA
und_LB ar_Arab_LB und_LI de_Latn_LI und_LK si_Sinh_LK und_LS st_Latn_LS und_LT lt_Latn_LT
und_LU fr_Latn_LU und_LV lv_Latn_LV und_LY ar_Arab_LY und_Lana nod_Lana_TH und_Lana_MM stu_Lana_MM
und_Laoo lo_Laoo_LA und_Latn_AE en_Latn_AE und_Latn_AF tk_Latn_AF und_Latn_AM ku_Latn_AM
und_Latn_BD en_Latn_BD und_Latn_BG en_Latn_BG und_Latn_BT en_Latn_BT und_Latn_CC en_Latn_CC
und_Latn_CN za_Latn_CN und_Latn_CY tr_Latn_CY und_Latn_DZ fr_Latn_DZ und_Latn_EG en_Latn_EG
und_Latn_ER en_Latn_ER und_Latn_ET en_Latn_ET und_Latn_GR en_Latn_GR und_Latn_HK en_Latn_HK
und_Latn_IL en_Latn_IL und_Latn_IN en_Latn_IN und_Latn_IQ en_Latn_IQ und_Latn_IR tk_Latn_IR
und_Latn_JO en_Latn_JO und_Latn_KM fr_Latn_KM und_Latn_KZ en_Latn_KZ und_Latn_LB en_Latn_LB
und_Latn_LK en_Latn_LK und_Latn_MA fr_Latn_MA und_Latn_MK sq_Latn_MK und_Latn_MM kac_Latn_MM
und_Latn_MO en_Latn_MO und_Latn_MR fr_Latn_MR und_Latn_MV en_Latn_MV und_Latn_NP en_Latn_NP
und_Latn_PK en_Latn_PK und_Latn_RU krl_Latn_RU und_Latn_SD en_Latn_SD und_Latn_SS en_Latn_SS
und_Latn_SY ku_Latn_SY und_Latn_TD fr_Latn_TD und_Latn_TH en_Latn_TH und_Latn_TN fr_Latn_TN
und_Latn_TW trv_Latn_TW und_Latn_UA pl_Latn_UA und_Latn_YE en_Latn_YE und_Lepc lep_Lepc_IN
und_Limb lif_Limb_IN und_Lina lab_Lina_GR und_Linb gmy_Linb_GR und_Lisu lis_Lisu_CN
und_Lyci xlc_Lyci_TR und_Lydi xld_Lydi_TR und_MA ar_Arab_MA und_MC fr_Latn_MC und_MD ro_Latn_MD
und_ME sr_Latn_ME und_MF fr_Latn_MF und_MG mg_Latn_MG und_MK mk_Cyrl_MK und_ML bm_Latn_ML
und_MM my_Mymr_MM und_MN mn_Cyrl_MN und_MO zh_Hant_MO und_MQ fr_Latn_MQ und_MR ar_Arab_MR
und_MT mt_Latn_MT und_MU fr_Latn_MU und_MV dv_Thaa_MV und_MX es_Latn_MX und_MY ms_Latn_MY
und_MZ pt_Latn_MZ und_Mahj hi_Mahj_IN und_Maka mak_Maka_ID und_Mand myz_Mand_IR und_Mani xmn_Mani_CN
und_Marc bo_Marc_CN und_Medf dmf_Medf_NG und_Mend men_Mend_SL und_Merc xmr_Merc_SD
und_Mero xmr_Mero_SD und_Mlym ml_Mlym_IN und_Modi mr_Modi_IN und_Mong mn_Mong_CN
und_Mroo mro_Mroo_BD und_Mtei mni_Mtei_IN und_Mult skr_Mult_PK und_Mymr my_Mymr_MM
und_Mymr_IN kht_Mymr_IN und_Mymr_TH mnw_Mymr_TH und_NA af_Latn_NA und_NC fr_Latn_NC
und_NE ha_Latn_NE und_NI es_Latn_NI und_NL nl_Latn_NL und_NO nb_Latn_NO und_NP ne_Deva_NP
und_Nagm unr_Nagm_IN und_Nand sa_Nand_IN und_Narb xna_Narb_SA und_Nbat arc_Nbat_JO
und_Newa new_Newa_NP und_Nkoo man_Nkoo_GN und_Nkoo_ML bm_Nkoo_ML und_OM ar_Arab_OM
und_Ogam sga_Ogam_IE und_Olck sat_Olck_IN und_Onao unr_Onao_IN und_Orkh otk_Orkh_MN
und_Orya or_Orya_IN und_Osge osa_Osge_US und_Osma so_Osma_SO und_Ougr oui_Ougr_CN und_PA es_Latn_PA
und_PE es_Latn_PE und_PF fr_Latn_PF und_PG tpi_Latn_PG und_PH fil_Latn_PH und_PK ur_Arab_PK
und_PL pl_Latn_PL und_PM fr_Latn_PM und_PR es_Latn_PR und_PS ar_Arab_PS und_PT pt_Latn_PT
und_PW pau_Latn_PW und_PY gn_Latn_PY und_Palm arc_Palm_SY und_Pauc ctd_Pauc_MM und_Perm kv_Perm_RU
und_Phag lzh_Phag_CN und_Phli pal_Phli_IR und_Phlp pal_Phlp_CN und_Phnx phn_Phnx_LB
und_Plrd hmd_Plrd_CN und_Prti xpr_Prti_IR und_QA ar_Arab_QA und_RE fr_Latn_RE und_RO ro_Latn_RO
und_RS sr_Cyrl_RS und_RU ru_Cyrl_RU und_RW rw_Latn_RW und_Rjng rej_Rjng_ID und_Rohg rhg_Rohg_MM
und_Runr non_Runr_SE und_SA ar_Arab_SA und_SC fr_Latn_SC und_SD ar_Arab_SD und_SE sv_Latn_SE
und_SI sl_Latn_SI und_SJ nb_Latn_SJ und_SK sk_Latn_SK und_SM it_Latn_SM und_SN wo_Latn_SN
und_SO so_Latn_SO und_SR nl_Latn_SR und_SS ar_Arab_SS und_ST pt_Latn_ST und_SV es_Latn_SV
und_SY ar_Arab_SY und_Samr smp_Samr_IL und_Sarb xsa_Sarb_YE und_Saur saz_Saur_IN
und_Sgnw ase_Sgnw_US und_Shaw en_Shaw_GB und_Shrd sa_Shrd_IN und_Sidd sa_Sidd_IN
und_Sidt xsd_Sidt_TR und_Sind sd_Sind_IN und_Sinh si_Sinh_LK und_Sogd sog_Sogd_UZ
und_Sogo sog_Sogo_UZ und_Sora srb_Sora_IN und_Soyo cmg_Soyo_MN und_Sund su_Sund_ID
und_Sunu suz_Sunu_NP und_Sylo syl_Sylo_BD und_Syrc syr_Syrc_IQ und_TD ar_Arab_TD und_TF fr_Latn_TF
und_TG fr_Latn_TG und_TH th_Thai_TH und_TJ tg_Cyrl_TJ und_TK tkl_Latn_TK und_TL pt_Latn_TL
und_TM tk_Latn_TM und_TN ar_Arab_TN und_TO to_Latn_TO und_TR tr_Latn_TR und_TV tvl_Latn_TV
und_TW zh_Hant_TW und_TZ sw_Latn_TZ und_Tagb tbw_Tagb_PH und_Takr doi_Takr_IN und_Tale tdd_Tale_CN
und_Talu khb_Talu_CN und_Taml ta_Taml_IN und_Tang txg_Tang_CN und_Tavt blt_Tavt_VN
und_Tayo tyj_Tayo_VN und_Telu te_Telu_IN und_Tfng zgh_Tfng_MA und_Tglg fil_Tglg_PH
und_Thaa dv_Thaa_MV und_Thai th_Thai_TH und_Thai_CN lcp_Thai_CN und_Thai_KH kdt_Thai_KH
und_Thai_LA kdt_Thai_LA und_Tibt bo_Tibt_CN und_Tibt_BT dz_Tibt_BT und_Tirh mai_Tirh_IN
und_Tnsa nst_Tnsa_IN und_Todr sq_Todr_AL und_Tols kru_Tols_IN und_Toto txo_Toto_IN
und_Tutg sa_Tutg_IN und_UA uk_Cyrl_UA und_UG sw_Latn_UG und_UY es_Latn_UY und_UZ uz_Latn_UZ
und_Ugar uga_Ugar_SY und_VA it_Latn_VA und_VE es_Latn_VE und_VN vi_Latn_VN und_VU bi_Latn_VU
und_Vaii vai_Vaii_LR und_Vith sq_Vith_AL und_WF fr_Latn_WF und_WS sm_Latn_WS und_Wara hoc_Wara_IN
und_Wcho nnp_Wcho_IN und_XK sq_Latn_XK und_Xpeo peo_Xpeo_IR und_Xsux akk_Xsux_IQ und_YE ar_Arab_YE
und_YT fr_Latn_YT und_Yezi ku_Yezi_GE und_Yiii ii_Yiii_CN und_ZW sn_Latn_ZW und_Zanb cmg_Zanb_MN
ur Arab_PK urk Thai_TH uth Latn_NG uz Latn_UZ uz_AF Arab_AF uz_Arab Arab_AF uz_CN Cyrl_CN
uzs Arab_AF vai Vaii_LR vaj Latn_NA ve Latn_ZA vec Latn_IT vi Latn_VN vkk Latn_ID vkt Latn_ID
vmw Latn_MZ vo Latn_001 vro Latn_EE vun Latn_TZ wa Latn_BE wae Latn_CH wal Ethi_ET waw Latn_BR
wbp Latn_AU weo Latn_ID wgb Latn_PG wnn Latn_AU wny Latn_AU wo Latn_SN wro Latn_AU wuu Hans_CN
xch Latn_US xdq Cyrl_RU xh Latn_ZA xmm Latn_ID xmv Latn_MG xmw Latn_MG xnr Deva_IN xnt Latn_US
xny Latn_AU xog Latn_UG yam Latn_CM yav Latn_CM yi Hebr_UA yih Hebr_DE ynq Latn_NG yo Latn_NG
yrl Latn_BR yrm Latn_AU yue Hant_HK yue_CN Hans_CN yue_Hans Hans_CN yug Cyrl_RU za Latn_CN
zap Latn_MX zgh Tfng_MA zh Hans_CN zh_AU Hant_AU zh_BN Hant_BN zh_Bopo Bopo_TW zh_GB Hant_GB
zh_GF Hant_GF zh_HK Hant_HK zh_Hanb Hanb_TW zh_Hant Hant_TW zh_ID Hant_ID zh_MO Hant_MO
zh_PA Hant_PA zh_PF Hant_PF zh_PH Hant_PH zh_SR Hant_SR zh_TH Hant_TH zh_TW Hant_TW zh_US Hant_US
zh_VN Hant_VN zkd Latn_MM zko Cyrl_RU zlm Latn_MY zmi Latn_MY zom Latn_IN zu Latn_ZA zza Latn_TR
"""
"""A tag, and its likely script and region; of `und` the likely language too."""

LANGUAGES = """
aam aas aar aa abk ab adp dz afr af agp apf ais ami ajp apc ajt aeb aju jrb aka ak alb sq als sq
amh am ara ar arb ar arg an arm hy asd snz asm as aue ktz ava av ave ae aym ay ayr ay ayx nun aze az
azj az bak ba bam bm baq eu baz nvo bcc bal bcl bik bel be ben bn bgm bcg bh bho bhk fbl bic bir
bih bho bis bi bjd drl bjq bzc bkb ebk blg iba bod bo bos bs bre br btb beb bul bg bur my bxk luy
bxr bua cat ca ccq rki ces cs cha ch che ce chi zh chu cu chv cv cjr mom cka cmr cld syr cls sa
cmk xch cmn zh cnr sr_ME cor kw cos co coy pij cqu quh cre cr cwd cr cym cy cze cs daf dnj dan da
dap njz dek sqm deu de dgo doi dhd mwr dik din diq zza dit dif div dv djl dze dkl aqd drh mn drr kzk
drw fa_AF dud uth duj dwu dut nl dwl dbt dzo dz ekk et ell el elp amq emk man eng en epo eo esk ik
est et eus eu ewe ee fao fo fas fa fat ak fij fj fin fi fra fr fre fr fry fy fuc ff ful ff gav dev
gaz om gbc wny gbo grb geo ka ger de gfx vaj ggn gvr ggo esg ggr gtu gio aou gla gd gle ga glg gl
gli kzk glv gv gno gon gom kok gre el grn gn gti nyc gug gn guj gu guv duz gya gba hat ht hau ha
hbs sh hdn hai hea hmn heb he her hz him srx hin hi hmo ho hrr jal hrv hr hun hu hye hy ibi opa
ibo ig ice is ido io iii ii ike iu iku iu ile ie ill ilm ilw gal in id ina ia ind id ipk ik isl is
ita it iw he izi eza jar jgk jav jv jeg oyb ji yi jpn ja jw jv kal kl kan kn kas ks kat ka kau kr
kaz kk kdv zkd kgc tdf kgd ncq kgh kml kgm plu khk mn khm km kik ki kin rw kir ky kmr ku knc kr
kng kg koj kwv kom kv kon kg kor ko kpp jkm kpv kv krm bmf ktr dtp kua kj kur ku kvs gdj kwq yam
kxe tvd kxl kru kzh dgl kzj dtp kzt dtp lak ksp lao lo lat la lav lv lbk bnc leg enl lii raq lim li
lin ln lit lt llo ngt lmm rmx ltz lb lub lu lug lg lvs lv mac mk mah mh mal ml mao mi mar mr may ms
meg cir mgx jbk mhr chm mkd mk mlg mg mlt mt mnt wnn mo ro mof xnt mol ro mon mn mrd mgp mri mi
msa ms mst mry mup raj mwd dmw mwj vaj mya my myd aog myt mry nad xny nau na nav nv nbf nru nbl nr
nbx gll ncp kdz nde nd ndo ng nep ne nld nl nln azd nlr nrk nno nn nns nbr nnx ngv nob nb nom cbr
noo dtd nor no npi ne nte eko nts pij nxu bpp nya ny oci oc ojg oj oji oj ori or orm om ory or
oss os oun vaj pan pa pat kxr pbu ps pcr adx per fa pes fa pli pi plt mg pmc huw pmk crr pmu phr
pnb lah pol pl por pt ppa bfy ppr lcq prp gu prs fa_AF pry prt pus ps puz pub que qu quz qu rmr emx
rmy rom roh rm ron ro rum ro run rn rus ru sag sg san sa sap aqt sca hle scc sr scr hr sgl isk
shl mrh sin si skk oyb slk sk slo sk slv sl smd kmb sme se smo sm sna sn snb iba snd sd som so
sot st spa es spy kln sqi sq src sc srd sc srp sr ssw ss sul sgd sum ulw sun su swa sw swc sw_CD
swe sv swh sw szd umi tah ty tam ta tat tt tdu dtp tel te tgg bjp tgk tg tgl fil tha th thc tpo
thw ola thx oyb tib bo tid itd tie ras tir ti tkk twm tl fil tlw weo tmk tdg tmp tyj tne kak
tnf fa_AF ton to tpw tpn tsf taj tsn tn tso ts ttq tmh tuk tk tur tr tw ak twi ak uig ug ukr uk
umu del unp wro uok ema urd ur uzb uz uzn uz ven ve vie vi vol vo wel cy wgw wgb wit nol wiw nwo
wln wa wol wo xba cax xho xh xia acn xkh waw xpe kpe xrq dmw xsj suj xsl den xss zko ybd rki ydd yi
yen ynq yid yi yiy yrm yma lrr ymt mtm yol enm yor yo yos zom yuu yug zai zap zha za zho zh zir scv
zkb kjh zsm ms zul zu zyb za
"""
"""A deprecated or long code of a language, and what stands for it."""

REGIONS = """
004 AF 008 AL 010 AQ 012 DZ 016 AS 020 AD 024 AO 028 AG 031 AZ 032 AR 036 AU 040 AT 044 BS 048 BH
050 BD 051 AM 052 BB 056 BE 060 BM 062 034 064 BT 068 BO 070 BA 072 BW 074 BV 076 BR 084 BZ 086 IO
090 SB 092 VG 096 BN 100 BG 104 MM 108 BI 112 BY 116 KH 120 CM 124 CA 132 CV 136 KY 140 CF 144 LK
148 TD 152 CL 156 CN 158 TW 162 CX 166 CC 170 CO 172 RU 174 KM 175 YT 178 CG 180 CD 184 CK 188 CR
191 HR 192 CU 196 CY 200 CZ 203 CZ 204 BJ 208 DK 212 DM 214 DO 218 EC 222 SV 226 GQ 230 ET 231 ET
232 ER 233 EE 234 FO 238 FK 239 GS 242 FJ 246 FI 248 AX 249 FR 250 FR 254 GF 258 PF 260 TF 262 DJ
266 GA 268 GE 270 GM 275 PS 276 DE 278 DE 280 DE 288 GH 292 GI 296 KI 300 GR 304 GL 308 GD 312 GP
316 GU 320 GT 324 GN 328 GY 332 HT 334 HM 336 VA 340 HN 344 HK 348 HU 352 IS 356 IN 360 ID 364 IR
368 IQ 372 IE 376 IL 380 IT 384 CI 388 JM 392 JP 398 KZ 400 JO 404 KE 408 KP 410 KR 414 KW 417 KG
418 LA 422 LB 426 LS 428 LV 430 LR 434 LY 438 LI 440 LT 442 LU 446 MO 450 MG 454 MW 458 MY 462 MV
466 ML 470 MT 474 MQ 478 MR 480 MU 484 MX 492 MC 496 MN 498 MD 499 ME 500 MS 504 MA 508 MZ 512 OM
516 NA 520 NR 524 NP 528 NL 530 CW 531 CW 532 CW 533 AW 534 SX 535 BQ 536 SA 540 NC 548 VU 554 NZ
558 NI 562 NE 566 NG 570 NU 574 NF 578 NO 580 MP 581 UM 582 FM 583 FM 584 MH 585 PW 586 PK 591 PA
598 PG 600 PY 604 PE 608 PH 612 PN 616 PL 620 PT 624 GW 626 TL 630 PR 634 QA 638 RE 642 RO 643 RU
646 RW 652 BL 654 SH 659 KN 660 AI 662 LC 663 MF 666 PM 670 VC 674 SM 678 ST 682 SA 686 SN 688 RS
690 SC 694 SL 702 SG 703 SK 704 VN 705 SI 706 SO 710 ZA 716 ZW 720 YE 724 ES 728 SS 729 SD 732 EH
736 SD 740 SR 744 SJ 748 SZ 752 SE 756 CH 760 SY 762 TJ 764 TH 768 TG 772 TK 776 TO 780 TT 784 AE
788 TN 792 TR 795 TM 796 TC 798 TV 800 UG 804 UA 807 MK 810 RU 818 EG 826 GB 830 JE 831 GG 832 JE
833 IM 834 TZ 840 US 850 VI 854 BF 858 UY 860 UZ 862 VE 876 WF 882 WS 886 YE 887 YE 890 RS 891 RS
894 ZM 958 AA 959 QM 960 QN 962 QP 963 QQ 964 QR 965 QS 966 QT 967 EU 968 QV 969 QW 970 QX 971 QY
972 QZ 973 XA 974 XB 975 XC 976 XD 977 XE 978 XF 979 XG 980 XH 981 XI 982 XJ 983 XK 984 XL 985 XM
986 XN 987 XO 988 XP 989 XQ 990 XR 991 XS 992 XT 993 XU 994 XV 995 XW 996 XX 997 XY 998 XZ 999 ZZ
AN CW BU MM CS RS CT KI DD DE DY BJ FQ AQ FX FR HV BF JT UM MI UM NH VU NQ AQ NT SA PC FM PU UM
PZ PA QU EU RH ZW SU RU TP TL UK GB VD VN WK UM YD YE YU RS ZR CD
"""
"""A deprecated code or a number of a region, and the region."""

LANGUAGE_DISTANCES = """
aa ssy=4 aae sq=10 aao ar=10 aat sq=10 ab ru=30 abh ar=10 abv ar=10 ach en=30 acm ar=10 acq ar=10
acw ar=10 acx ar=10 acy ar=10 adf ar=10 aeb ar=10 aec ar=10 af en=20 afb ar=10 aii syr=10 ak en=30
aln sq=10 am en=30 apc ar=10 apd ar=10 arq ar=10 ars ar=10 ary ar=10 arz ar=10 auz ar=10 avl ar=10
ay es=20 ayh ar=10 ayl ar=10 ayn ar=10 ayp ar=10 az ru=30 azb az=10 bal ur=20 bbz ar=10 be ru=20
bem en=30 bh hi=30 bhr mg=10 bjn ms=10 bjq mg=10 bmm mg=10 bn en=30 bo zh=20 br fr=20 bs hr=4,sh=4
btj ms=10 bve ms=10 bvu ms=10 bzc mg=10 ca es=20 cdo zh=10 ceb fil=30 chr en=20 cjy zh=10 ckb ar=30
cnp zh=10 co fr=20 coa ms=10 cpx zh=10 crs fr=20 cs sk=20 csp zh=10 cy en=20 czh zh=10 czo zh=10
da nb=8,no=8 dty ne=10 dup ms=10 ee en=30 enb kln=10 eo en=30 eu es=20 eyo kln=10 ffm ff=10 fo da=20
fub ff=10 fue ff=10 fuf ff=10 fuh ff=10 fui ff=10 fuq ff=10 fuv ff=10 fy nl=20 ga en=20 gaa en=30
gan zh=10 gax om=10 gd en=20 gkp kpe=10 gl es=20 gn es=20 gnw gn=10 gsw de=4 gu hi=30 gui gn=10
gun gn=10 ha en=30 hae om=10 hak zh=10 haw en=20 hji ms=10 hnm zh=10 hr bs=4,sh=4 hsn zh=10 ht fr=20
hy ru=30 ia en=30 id ms=10 ida luy=10 ig en=30 ikt iu=10 is en=20 jak ms=10 jax ms=10 jv id=20
ka en=30 kg fr=30 kk ru=30 km en=30 kn en=30 knn kok=10 kri en=30 ku tr=30 kvb ms=10 kvr ms=10
kxd ms=10 ky ru=30 la it=20 lb de=4 lce ms=10 lcf ms=10 lg en=30 liw ms=10 lkb luy=10 lko luy=10
lks luy=10 ln fr=30 lo en=30 loz en=30 lri luy=10 lrm luy=10 lsm luy=10 ltg lv=10 lto luy=10
lts luy=10 lua fr=30 luh zh=10 lwg luy=10 lzh zh=10 mai hi=20 max ms=10 meo ms=10 mfa ms=10
mfb ms=10 mfe en=30 mg fr=30 mi en=20 min ms=10 ml en=30 mn ru=30 mnp zh=10 mqg ms=10 mr hi=30
ms id=30 msh mg=10 msi ms=10 mt en=30 mui ms=10 mvf mn=10 my en=30 nan zh=10 nb da=8,nn=20,no=1
ne en=30 nhd gn=10 niq kln=10 nle luy=10 nn nb=20,no=20 no da=8,nb=1,nn=20 nso en=30 ny en=30
nyd luy=10 nyn en=30 oc fr=20 oki kln=10 om en=30 or en=30 orc om=10 orn ms=10 ors ms=10 pa en=30
pbt ps=10 pcm en=20 pel ms=10 pga ar=10 pko kln=10 ps en=30 pse ms=10 pst ps=10 qu es=30 qub qu=10
qud qu=10 quf qu=10 qug qu=10 quh qu=10 quk qu=10 qul qu=10 qup qu=10 qur qu=10 qus qu=10 quw qu=10
qux qu=10 quy qu=10 qva qu=10 qvc qu=10 qve qu=10 qvh qu=10 qvi qu=10 qvj qu=10 qvl qu=10 qvm qu=10
qvn qu=10 qvo qu=10 qvp qu=10 qvs qu=10 qvw qu=10 qvz qu=10 qwa qu=10 qwc qu=10 qwh qu=10 qws qu=10
qxa qu=10 qxc qu=10 qxh qu=10 qxl qu=10 qxn qu=10 qxo qu=10 qxp qu=10 qxr qu=10 qxt qu=10 qxu qu=10
qxw qu=10 rag luy=10 rm de=20 rn en=30 rw fr=30 sa hi=30 scn it=20 sd en=30 sdc sc=10 sdn sc=10
sgc kln=10 sh bs=4,hr=4,sr=4 shu ar=10 si en=30 sjc zh=10 sk cs=20 skg mg=10 sn en=30 so en=30
spv or=10 sq en=30 sr sh=4 sro sc=10 ssh ar=10 ssy aa=4 st en=30 su id=20 sw en=30 ta en=30
tdx mg=10 te en=30 tec kln=10 tg ru=30 ti en=30 tk ru=30 tkg mg=10 tlh en=30 tmw ms=10 tn en=30
to en=30 tt ru=30 tum en=30 tuy kln=10 txy mg=10 ug zh=20 ur en=30 urk ms=10 uz ru=30 uzs uz=10
vkk ms=10 vkt ms=10 vro et=10 wo fr=30 wuu zh=10 xh en=30 xmm ms=10 xmv mg=10 xmw mg=10 yi en=30
yih yi=10 yo en=30 yue zh=10 za zh=20 zlm ms=10 zmi ms=10 zu en=30
"""
"""A reader's language, and the distances of others that can serve."""

SCRIPT_DISTANCES = """
am_Ethi en_Latn=10 ar_Latn ar_Arab=20 az_Latn ru_Cyrl=10 bn_Beng en_Latn=10 bn_Latn bn_Beng=20
bo_Tibt zh_Hans=10 gu_Latn gu_Gujr=20 hi_Latn hi_Deva=20 hy_Armn ru_Cyrl=10 ja_Hani ja_Jpan=5
ja_Hira ja_Hrkt=5,ja_Jpan=5 ja_Hrkt ja_Jpan=5 ja_Kana ja_Hrkt=5,ja_Jpan=5 ja_Latn ja_Jpan=5
ka_Geor en_Latn=10 km_Khmr en_Latn=10 kn_Knda en_Latn=10 kn_Latn kn_Knda=20 ko_Hang ko_Kore=5
ko_Hani ko_Kore=5 ko_Jamo ko_Hang=5,ko_Kore=5 lo_Laoo en_Latn=10 ml_Latn ml_Mlym=20
ml_Mlym en_Latn=10 mr_Latn mr_Deva=20 my_Mymr en_Latn=10 ne_Deva en_Latn=10 or_Orya en_Latn=10
pa_Guru en_Latn=10 ps_Arab en_Latn=10 sd_Arab en_Latn=10 si_Sinh en_Latn=10 sr_Cyrl sr_Latn=5
sr_Latn sr_Cyrl=5 ta_Latn ta_Taml=20 ta_Taml en_Latn=10 te_Latn te_Telu=20 te_Telu en_Latn=10
ti_Ethi en_Latn=10 tk_Latn ru_Cyrl=10 ur_Arab en_Latn=10 uz_Latn ru_Cyrl=10 yi_Hebr en_Latn=10
za_Latn zh_Hans=10 zh_Hani zh_Hans=20,zh_Hant=20 zh_Latn zh_Hans=20
"""
"""A reader's language and script, and the additional distances of others."""

CLUSTERS = """
ar_Arab DZ,EH,LY,MA,MR,TN/001,002,011,015,202,UN/
en_Latn AS,CA,GU,MH,MP,PH,PR,UM,US,VI/001,003,009,019,021,029,035,057,061,142,419,UN/GB
es_Latn 003,005,013,019,021,029,419,AG,AI,AN,AR,AW,BB,BL,BM,BO,BQ,BR,BS,BV,BZ,CA,CL,CO,CR,CU,CW,DM,DO,EC,FK,GD,GF,GL,GP,GS,GT,GY,HN,HT,JM,KN,KY,LC,MF,MQ,MS,MX,NI,PA,PE,PM,PR,PY,SR,SV,SX,TC,TT,US,UY,VC,VE,VG,VI/001,UN/
pt_Latn 003,005,013,019,021,029,419,AG,AI,AN,AR,AW,BB,BL,BM,BO,BQ,BR,BS,BV,BZ,CA,CL,CO,CR,CU,CW,DM,DO,EC,FK,GD,GF,GL,GP,GS,GT,GY,HN,HT,JM,KN,KY,LC,MF,MQ,MS,MX,NI,PA,PE,PM,PR,PY,SR,SV,SX,TC,TT,US,UY,VC,VE,VG,VI/001,UN/
zh_Hant HK,MO/001,030,142/
"""
"""A language and script; regions in its cluster/partly in it/preferred outside it."""
