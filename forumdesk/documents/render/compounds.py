"""What a title should not be broken inside of, by the characters or words on both sides of the break."""

from __future__ import annotations

# Words of two characters, and at the end the seams of longer ones: 科技园, 产业园, 特色产业, 园区.
_PAIRS = (
    "世界国家国际中国全球全国地区区域城市北京上海科技科学技术创新创业产业企业行业工业农业信息数字数据"
    "智能人工制造生物医药医疗健康能源绿色低碳未来特色高新新区园区开发发展建设合作协同融合互融互促推动"
    "促进加快提升培育聚焦引领领先探索实践经验机制模式体系生态环境资源要素人才教育资本金融投资贸易市场"
    "服务平台机构组织协会学会集团公司中心委员政府部门管理主任主席会长院长校长书记部长局长处长司长经理"
    "总裁董事秘书教授院士专家嘉宾领导代表论坛年会大会会议峰会仪式启动签约授牌揭牌发布倡议行动计划方案"
    "项目成果报告致辞演讲主旨主题专题圆桌对话交流讨论开场开幕闭幕介绍出席集中首批共同塑造构建打造面向"
    "关于质量战略政策治理开放改革经济社会文化历史时代机遇挑战趋势前沿转化孵化赛道链接牵手"
    "出口进口协议备忘基金技园业园色产技创音乐火炬"
)

COMPOUNDS = frozenset(_PAIRS[at : at + 2] for at in range(0, len(_PAIRS), 2))

PHRASES = frozenset(
    ("science park", "science parks", "industrial park", "industrial parks", "tech zone", "tech zones")
)
